import type { DeliveryRow, Store } from '@domovoy/store';

/** What came of a change that was asked for. */
export type EffectOutcome =
  /** RosDomofon and the mirror have it. `result`: ids, and whether there was anything to change. */
  | { readonly kind: 'done'; readonly result: unknown }
  /** Not yet; it goes on by itself. `code`: why the last attempt did not do it. */
  | { readonly kind: 'pending'; readonly delivery: DeliveryRow; readonly code: string | null }
  /** RosDomofon does not know what it is about. */
  | { readonly kind: 'not-found-there' }
  /** RosDomofon said no, and would again. `reason`: in its own words. */
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string | null }
  /** Given up. `isOutcomeUnknown`: nobody knows whether the last attempt did it. */
  | { readonly kind: 'failed'; readonly code: string; readonly isOutcomeUnknown: boolean }
  | { readonly kind: 'cancelled'; readonly by: string | null };

const REFUSALS = new Set([
  'ROSDOMOFON_REJECTED',
  'ROSDOMOFON_CONFLICT',
  'ROSDOMOFON_FORBIDDEN',
  'ACCOUNT_NUMBER_TAKEN',
]);

export async function effectOutcome(store: Store, delivery: DeliveryRow): Promise<EffectOutcome> {
  const { id, companyId, state, result, settledBy, lastErrorCode } = delivery;
  if (state === 'delivered') return { kind: 'done', result };
  if (state === 'skipped') return { kind: 'cancelled', by: settledBy };
  if (state !== 'dead') return { kind: 'pending', delivery, code: lastErrorCode };
  const code = lastErrorCode ?? 'UNKNOWN';
  if (code === 'ROSDOMOFON_NOT_FOUND') return { kind: 'not-found-there' };
  const [last] = await store.company(companyId).loadDeliveryAttempts({ deliveryIds: [id], limit: 1 });
  if (REFUSALS.has(code)) return { kind: 'refused', code, reason: reasonIn(last?.response) };
  return { kind: 'failed', code, isOutcomeUnknown: last?.outcome === 'ambiguous' };
}

const reasonIn = (response: unknown): string | null =>
  typeof response === 'object' &&
  response !== null &&
  'reason' in response &&
  typeof response.reason === 'string'
    ? response.reason
    : null;
