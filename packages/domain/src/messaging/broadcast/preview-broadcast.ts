import {
  findIntegration,
  type RecipientCounts,
  type RecipientFilter,
  type RecipientRow,
  type Store,
} from '@domovoy/store';

export interface BroadcastPreview {
  readonly counts: RecipientCounts;
  /** The first ones. */
  readonly sample: readonly RecipientRow[];
  /** Until all are sent, when the target takes what it allows; null: nobody knows what it allows. */
  readonly durationMs: number | null;
}

/** Whom a broadcast would reach now. */
export async function previewBroadcast(
  store: Store,
  { companyId, filter, sampleSize }: { companyId: bigint; filter: RecipientFilter; sampleSize: number },
): Promise<BroadcastPreview> {
  const company = store.company(companyId);
  const [counts, sample, integration] = await Promise.all([
    company.countRecipients({ filter }),
    company.listRecipients({ filter, after: 0n, limit: sampleSize }),
    findIntegration(store.db, { companyId, kind: 'rosdomofon' }),
  ]);
  const targets = integration === null ? [] : await company.loadDeliveryTargets([integration.id]);
  const perSecond = targets[0]?.stored?.allowedPerSecond ?? null;
  const durationMs = perSecond === null ? null : (counts.recipients / perSecond) * 1_000;
  return { counts, sample, durationMs };
}
