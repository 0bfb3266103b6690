import type { Store } from '../open/open-store.ts';
import type { deliveryTargets } from '../schema/delivery.ts';
import type { TargetOwner } from './pause-target.ts';

export type BreakerState = (typeof deliveryTargets.$inferSelect)['breaker'];

/** What only the memory of the owner knows, for people to see. */
export interface TargetReport {
  readonly breaker: BreakerState;
  readonly breakerCode: string | null;
  /** Until an open breaker is tried again. */
  readonly breakerLeftMs: number | null;
  readonly usedPerSecond: number;
  /** Null: no limit is known. */
  readonly allowedPerSecond: number | null;
}

const STATEMENT = `/* report_delivery_target */
with target as (
  insert into delivery_targets as t (integration_id, company_id, breaker, breaker_code, breaker_until, used_per_second,
    allowed_per_second, reported_at)
  select id, company_id, $4, $5::text, now() + $6::float8 * interval '1 ms', $7::float8, $8::float8, now()
  from integrations where id = $1 and owner = $2 and owner_fence = $3
  on conflict (integration_id) do update set breaker = excluded.breaker, breaker_code = excluded.breaker_code,
    breaker_until = excluded.breaker_until, used_per_second = excluded.used_per_second,
    allowed_per_second = excluded.allowed_per_second, reported_at = excluded.reported_at
  returning t.integration_id, t.company_id, old.breaker is distinct from new.breaker as is_told
)
insert into changes (company_id, entity, entity_id, op)
select company_id, 'delivery_target', integration_id, 'changed' from target where is_told`;

/** Only the owner's word counts. The feed tells of a breaker that moved, not of every rate. */
export async function reportDeliveryTarget(
  store: Store,
  { integrationId, workerId, ownerFence, ...report }: TargetOwner & TargetReport,
): Promise<void> {
  const { breaker, breakerCode, breakerLeftMs, usedPerSecond, allowedPerSecond } = report;
  await store.run(STATEMENT, [
    integrationId,
    workerId,
    ownerFence,
    breaker,
    breakerCode,
    breakerLeftMs,
    usedPerSecond,
    allowedPerSecond,
  ]);
}
