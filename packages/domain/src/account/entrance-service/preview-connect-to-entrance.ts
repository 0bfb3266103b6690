import { type FlatRow, type FlatsAtEntrance, findIntegration, type Store } from '@domovoy/store';
import { isOfferedAt, type ServiceAtEntrance } from './service-at-entrance.ts';

/** Of a flat: its account's connections before and after, and the connecting between them. */
const REQUESTS_PER_FLAT = 3;

export interface ConnectToEntrancePreview {
  readonly counts: FlatsAtEntrance;
  /** The first ones that would get it. */
  readonly sample: readonly FlatRow[];
  /** Until all have it, when RosDomofon takes what it allows; null: nobody knows what it allows. */
  readonly durationMs: number | null;
}

/** Which flats would get the service now; null: it is not to be had in this entrance. */
export async function previewConnectToEntrance(
  store: Store,
  { companyId, at, sampleSize }: { companyId: bigint; at: ServiceAtEntrance; sampleSize: number },
): Promise<ConnectToEntrancePreview | null> {
  if (!(await isOfferedAt(store, companyId, at))) return null;
  const company = store.company(companyId);
  const [counts, first, integration] = await Promise.all([
    company.countFlatsAtEntrance(at),
    company.listFlatsWithoutService({ at, after: 0n, limit: sampleSize }),
    findIntegration(store.db, { companyId, kind: 'rosdomofon' }),
  ]);
  const sample = await company.loadFlatsByRosdomofonId(first.map((one) => one.flatRosdomofonId));
  const targets = integration === null ? [] : await company.loadDeliveryTargets([integration.id]);
  const perSecond = targets[0]?.stored?.allowedPerSecond ?? null;
  return {
    counts,
    sample: sample.toSorted((a, b) => (a.rosdomofonId < b.rosdomofonId ? -1 : 1)),
    durationMs: perSecond === null ? null : ((counts.without * REQUESTS_PER_FLAT) / perSecond) * 1_000,
  };
}
