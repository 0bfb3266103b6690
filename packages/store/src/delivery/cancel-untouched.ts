import { numbers } from '../intake/columns.ts';
import { type Runner, runOn } from '../open/run-on.ts';
import type { CancelledDelivery } from './cancel-deliveries.ts';

/**
 * A claim moves the fence on in the statement that leases, so a fence of 0 says that nobody ever had it in hand. The rows are
 * locked as they are: a claim that comes later waits and finds them gone, and one that holds a row at this moment has it.
 * Never waited for: what settles a delivery holds it and waits for its sign-up, which the caller holds. All of them, or none.
 */
const STATEMENT = `/* cancel_untouched_deliveries */
with mine as materialized (
  select id from deliveries
  where id = any($2::bigint[]) and company_id + 0 = $1::bigint and state = 'pending' and fence = 0
  order by id for update skip locked
), cancelled as (
  update deliveries d set state = 'skipped', fence = fence + 1, settled_at = now(), settled_by = $3, last_error_code = 'UNDONE'
  from mine where d.id = mine.id and (select count(*) from mine) = $4::int
  returning d.id, d.company_id, d.integration_id
), change as (
  insert into changes (company_id, entity, entity_id, op) select company_id, 'delivery', id, 'changed' from cancelled
)
select id::text, integration_id::text as "integrationId" from cancelled`;

/** Those of the company, when no worker has had any of them in hand; empty: one had, and nothing was changed. */
export async function cancelUntouchedDeliveries(
  runner: Runner,
  given: { companyId: bigint; ids: readonly bigint[]; actor: string },
): Promise<CancelledDelivery[]> {
  const { companyId, ids, actor } = given;
  if (ids.length === 0) return [];
  const args = [companyId, numbers(ids), actor, ids.length];
  const rows = await runOn<{ id: string; integrationId: string }>(runner, STATEMENT, args);
  return rows.map(({ id, integrationId }) => ({ id: BigInt(id), integrationId: BigInt(integrationId) }));
}
