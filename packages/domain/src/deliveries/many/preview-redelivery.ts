import type { DeliveryFilter, Store } from '@domovoy/store';
import { redeliverableOf } from './redeliver-matching.ts';

export interface RedeliveryPreview {
  /** Up to the limit that was given. */
  readonly count: number;
  /** Most frequent first. */
  readonly byCode: readonly { readonly code: string | null; readonly count: number }[];
  /** Until all are sent, when the targets take what they allow; null: nobody knows what they allow. */
  readonly durationMs: number | null;
}

/** What a job would send again now. */
export async function previewRedelivery(
  store: Store,
  given: { companyId: bigint; filter: DeliveryFilter; limit: number },
): Promise<RedeliveryPreview> {
  const company = store.company(given.companyId);
  const filter = redeliverableOf(given.filter);
  const found = await company.countDeliveriesByCode({ filter, limit: given.limit });
  const sumOf = (rows: typeof found) => rows.reduce((sum, { count }) => sum + count, 0);
  const byTarget = Map.groupBy(found, ({ integrationId }) => integrationId);
  const targets = await company.loadDeliveryTargets([...byTarget.keys()]);
  const allowed = new Map(targets.map(({ id, stored }) => [id, stored?.allowedPerSecond ?? null]));
  const durations = [...byTarget].map(([id, rows]) => {
    const perSecond = allowed.get(id) ?? null;
    return perSecond === null ? null : (sumOf(rows) / perSecond) * 1_000;
  });
  const byCode = [...Map.groupBy(found, ({ code }) => code)].map(([code, rows]) => ({
    code,
    count: sumOf(rows),
  }));
  return {
    count: sumOf(found),
    byCode: byCode.toSorted((a, b) => b.count - a.count),
    // Targets are sent to side by side: the slowest one counts.
    durationMs: durations.some((one) => one === null)
      ? null
      : Math.max(0, ...durations.map((one) => one ?? 0)),
  };
}
