import { numbers } from '../intake/columns.ts';
import { type Runner, runOn } from '../open/run-on.ts';

/** One that is in work is left alone: what it does is being done at this moment. */
const STATEMENT = `/* cancel_deliveries */
with cancelled as (
  update deliveries set state = 'skipped', fence = fence + 1, settled_at = now(), settled_by = $3, last_error_code = 'CANCELLED'
  where id = any($2::bigint[]) and company_id + 0 = $1::bigint and state = 'pending'
  returning id, company_id, integration_id
), change as (
  insert into changes (company_id, entity, entity_id, op) select company_id, 'delivery', id, 'changed' from cancelled
)
select id::text, integration_id::text as "integrationId" from cancelled`;

export interface CancelledDelivery {
  readonly id: bigint;
  /** Its owner may go on with what waited behind it: notifyDeliveries. */
  readonly integrationId: bigint;
}

/** Those of the company that were pending. */
export async function cancelDeliveries(
  runner: Runner,
  given: { companyId: bigint; ids: readonly bigint[]; actor: string },
): Promise<CancelledDelivery[]> {
  const { companyId, ids, actor } = given;
  const rows = await runOn<{ id: string; integrationId: string }>(runner, STATEMENT, [
    companyId,
    numbers(ids),
    actor,
  ]);
  return rows.map(({ id, integrationId }) => ({ id: BigInt(id), integrationId: BigInt(integrationId) }));
}
