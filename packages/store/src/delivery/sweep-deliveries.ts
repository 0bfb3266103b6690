import type { Store } from '../open/open-store.ts';

export interface Swept {
  readonly count: number;
  /** Whose deliveries they were: their owners should look. */
  readonly integrationIds: readonly bigint[];
  /** Until the next lease runs out that is not settled before; null: nothing is leased. */
  readonly nextInMs: number | null;
}

/**
 * A lease that ran out: nobody knows what its worker did, so the attempt is ambiguous and counts. Several processes
 * sweep at once without waiting for each other. 0.2 ms when there is nothing to do.
 */
const STATEMENT = `/* sweep_deliveries */
with expired as materialized (
  select id from deliveries where state = 'leased' and lease_until < now()
  order by lease_until limit $1 for update skip locked
), swept as (
  update deliveries d set state = 'pending', fence = d.fence + 1, attempts = d.attempts + 1,
    ambiguous_attempts = d.ambiguous_attempts + 1, leased_by = null, lease_until = null, last_error_code = 'LEASE_EXPIRED'
  from expired where d.id = any(array[expired.id])
  returning d.id, d.company_id, d.integration_id, old.fence, old.leased_by
), attempt as (
  insert into delivery_attempts (delivery_id, fence, company_id, outcome, error_code, worker)
  select id, fence, company_id, 'ambiguous', 'LEASE_EXPIRED', leased_by from swept on conflict do nothing
), change as (
  insert into changes (company_id, entity, entity_id, op) select company_id, 'delivery', id, 'changed' from swept
)
select (select count(*) from swept)::int as count,
  (select coalesce(array_agg(distinct integration_id), '{}')::text from swept) as "integrationIds",
  (select extract(epoch from min(lease_until) - now())::float8 * 1000 from deliveries
    where state = 'leased' and lease_until >= now()) as "nextInMs"`;

/** Returns deliveries whose lease has run out; the next claim hands them out again. */
export async function sweepDeliveries(store: Store, limit = 500): Promise<Swept> {
  const [row] = await store.run<Omit<Swept, 'integrationIds'> & { integrationIds: string }>(STATEMENT, [
    limit,
  ]);
  if (row === undefined) throw new TypeError('the statement gives one row');
  return { ...row, integrationIds: (row.integrationIds.match(/\d+/g) ?? []).map(BigInt) };
}
