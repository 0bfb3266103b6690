import type { ClaimedDelivery, Settlement } from '@domovoy/store';
import { type Backoff, backoffMs } from './backoff.ts';
import { canDeliveryMove } from './delivery-transitions.ts';
import type { Verdict } from './verdict.ts';

/** What was sent and answered, as the attempt's row shows it. */
export interface AttemptSummary {
  readonly request: unknown;
  readonly response: unknown;
}

export interface SettlementInput {
  readonly delivery: Pick<ClaimedDelivery, 'id' | 'fence' | 'attempts' | 'maxAttempts'>;
  readonly verdict: Verdict;
  readonly durationMs: number;
  readonly summary: AttemptSummary;
  readonly backoff: Backoff;
  readonly random?: () => number;
}

/**
 * What becomes of a delivery after an attempt. A target that asked for a rest costs the delivery nothing: it waits
 * for the target, at its old place, and the attempt does not count, unless nobody knows what it did.
 */
export function settlementOf({ verdict, ...input }: SettlementInput): Settlement {
  const { delivery, durationMs, summary } = input;
  const { outcome, restMs } = verdict;
  const settled = {
    id: delivery.id,
    fence: delivery.fence,
    errorCode: 'code' in outcome ? outcome.code : null,
    isCounted: true,
    delayMs: null,
    durationMs,
    result: outcome.outcome === 'delivered' ? outcome.result : null,
    ...summary,
  };
  if (outcome.outcome !== 'retry' && outcome.outcome !== 'ambiguous')
    return allowed({ ...settled, state: outcome.outcome, outcome: outcome.outcome });

  if (restMs !== null && outcome.outcome === 'retry')
    return allowed({ ...settled, state: 'pending', outcome: 'retry', isCounted: false });
  if (outcome.outcome === 'retry' && outcome.isFree)
    return allowed({
      ...settled,
      state: 'pending',
      outcome: 'retry',
      isCounted: false,
      delayMs: outcome.afterMs ?? 0,
    });
  const attempt = delivery.attempts + 1;
  if (attempt >= delivery.maxAttempts)
    return allowed({
      ...settled,
      state: 'dead',
      outcome: outcome.outcome === 'retry' ? 'dead' : 'ambiguous',
    });
  const delayMs = outcome.afterMs ?? backoffMs(input.backoff, attempt, input.random);
  return allowed({ ...settled, state: 'pending', outcome: outcome.outcome, delayMs });
}

/** Untried, back to where it was. */
export const releaseOf = (
  { id, fence }: Pick<ClaimedDelivery, 'id' | 'fence'>,
  more: { errorCode?: string; delayMs?: number } = {},
): Settlement =>
  allowed({
    id,
    fence,
    state: 'pending',
    outcome: 'released',
    errorCode: more.errorCode ?? null,
    isCounted: false,
    delayMs: more.delayMs ?? null,
    durationMs: 0,
    result: null,
    request: null,
    response: null,
  });

function allowed(settlement: Settlement): Settlement {
  if (!canDeliveryMove('leased', settlement.state))
    throw new TypeError(`a delivery cannot move from leased to ${settlement.state}`);
  return settlement;
}
