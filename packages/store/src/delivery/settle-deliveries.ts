import { numbers, textColumn, texts } from '../intake/columns.ts';
import { type Runner, runOn } from '../open/run-on.ts';
import type { deliveries, deliveryAttempts } from '../schema/delivery.ts';
import { jsonTexts } from './json-column.ts';

export type DeliveryState = (typeof deliveries.$inferSelect)['state'];
export type AttemptOutcome = (typeof deliveryAttempts.$inferSelect)['outcome'];

/** What becomes of a leased delivery. The domain decides (packages/domain/src/deliveries), the statement obeys. */
export interface Settlement {
  readonly id: bigint;
  readonly fence: bigint;
  readonly state: Exclude<DeliveryState, 'leased'>;
  /** `released`: nothing was tried, the row only goes back. */
  readonly outcome: AttemptOutcome | 'released';
  readonly errorCode: string | null;
  /** Does it count against the most attempts? */
  readonly isCounted: boolean;
  /** Until it is due again; null: as it was. */
  readonly delayMs: number | null;
  readonly durationMs: number;
  readonly result: unknown;
  /** Redacted and cut to size. */
  readonly request: unknown;
  readonly response: unknown;
}

const NO_DELAY = -1;

/**
 * The fence alone says that the lease is still held; `and state = 'leased'` would bring the partial index into play,
 * which the statistics call empty: 62 ms against 8.9 ms per 500 (reference). It moves on here too, so that the same
 * settling cannot work twice.
 *
 * `d.id = any(array[r.id])` means `d.id = r.id`, but can only be answered by probing the primary key. A plan of the
 * plain equality that was made while the table was empty walks the whole index for each of the rows; it is kept until
 * the next vacuum: 30 s per 200 with 100,000 rows.
 */
const STATEMENT = `/* settle_deliveries */
with r as materialized (
  select * from unnest($1::bigint[], $2::bigint[], ${[3, 4, 5].map(textColumn).join(', ')}, $6::boolean[], $7::int[],
    $8::int[], ${[9, 10, 11].map(textColumn).join(', ')})
    as t(id, fence, state, outcome, error_code, is_counted, delay_ms, duration_ms, result, request, response)
), settled as (
  update deliveries d set state = r.state, fence = d.fence + 1, leased_by = null, lease_until = null,
    attempts = d.attempts + r.is_counted::int,
    ambiguous_attempts = d.ambiguous_attempts + (r.outcome = 'ambiguous')::int,
    last_error_code = coalesce(r.error_code, d.last_error_code), result = coalesce(r.result::jsonb, d.result),
    due_at = case when r.delay_ms >= 0 then now() + r.delay_ms * interval '1 ms' else d.due_at end,
    settled_at = case when r.state <> 'pending' then now() end
  from r where d.id = any(array[r.id]) and d.fence = r.fence
  returning d.id, d.company_id, r.fence, r.outcome, r.error_code, r.duration_ms, r.request, r.response
), attempt as (
  insert into delivery_attempts (delivery_id, fence, company_id, outcome, error_code, worker, duration_ms, request, response)
  select id, fence, company_id, outcome, error_code, $12, duration_ms, request::jsonb, response::jsonb
  from settled where outcome <> 'released'
), change as (
  insert into changes (company_id, entity, entity_id, op)
  select company_id, 'delivery', id, 'changed' from settled where outcome <> 'released'
)
select id::text from settled`;

/**
 * Attempt, state, result and change of each, in one statement. The ids that were settled; one that is missing had
 * lost its lease, or this very settling worked before and its answer was lost: recordLateOutcomes tells which.
 */
export async function settleDeliveries(
  runner: Runner,
  workerId: string,
  settlements: readonly Settlement[],
): Promise<Set<bigint>> {
  if (settlements.length === 0) return new Set();
  const rows = await runOn<{ id: string }>(runner, STATEMENT, [
    numbers(settlements.map((row) => row.id)),
    numbers(settlements.map((row) => row.fence)),
    texts(settlements.map((row) => row.state)),
    texts(settlements.map((row) => row.outcome)),
    texts(settlements.map((row) => row.errorCode)),
    numbers(settlements.map((row) => row.isCounted)),
    numbers(settlements.map((row) => Math.round(row.delayMs ?? NO_DELAY))),
    numbers(settlements.map((row) => Math.round(row.durationMs))),
    jsonTexts(settlements.map((row) => row.result)),
    jsonTexts(settlements.map((row) => row.request)),
    jsonTexts(settlements.map((row) => row.response)),
    workerId,
  ]);
  return new Set(rows.map(({ id }) => BigInt(id)));
}
