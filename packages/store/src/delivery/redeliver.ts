import { numbers, textColumn, texts } from '../intake/columns.ts';
import { type Runner, runOn } from '../open/run-on.ts';
import type { DeliveryState } from './settle-deliveries.ts';

/** What a call made of one original. */
export interface Redelivery {
  readonly originalId: bigint;
  readonly integrationId: bigint;
  /** The new delivery; null: none was made. */
  readonly id: bigint | null;
  /** Of the original. */
  readonly state: DeliveryState;
  /** An earlier redelivery of it that is still to be sent: no second one is made. */
  readonly openId: bigint | null;
}

/**
 * Locks the originals, so that of two people who ask at once only one makes a new row: the other one's snapshot does
 * not show it yet, but the locked original names it. The copy begins anew, with a key of its own, and points to the
 * first delivery of its line. In the order of the originals' ids: the order of a subject stays.
 */
const STATEMENT = `/* redeliver */
with original as materialized (
  select * from deliveries where company_id = $1 and id = any($2::bigint[]) order by id for no key update
), judged as materialized (
  select o.*, case when coalesce(f.state in ('pending', 'leased'), true) then o.redelivery_id end as open_id,
    regexp_replace(o.dedupe_key, '~[0-9a-f-]{36}$', '') || '~' || gen_random_uuid() as new_key
  from original o left join deliveries f on f.id = o.redelivery_id
), copy as (
  insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, payload, max_attempts,
    original_delivery_id, requested_by, traceparent)
  select company_id, integration_id, kind, subject, new_key, payload, max_attempts,
    coalesce(original_delivery_id, id), $4, traceparent
  from judged where open_id is null and state = any(${textColumn(3)}) order by id
  returning id, dedupe_key
), made as materialized (
  select c.id, j.id as from_id, j.company_id from copy c join judged j on j.new_key = c.dedupe_key
), linked as (
  update deliveries d set redelivery_id = m.id from made m where d.id = m.from_id
), change as (
  insert into changes (company_id, entity, entity_id, op)
  select company_id, 'delivery', id, 'added' from made union all
  select company_id, 'delivery', from_id, 'changed' from made
)
select j.id::text as "originalId", j.integration_id::text as "integrationId", m.id::text as id, j.state,
  j.open_id::text as "openId"
from judged j left join made m on m.from_id = j.id order by j.id`;

type Row = { [Key in keyof Redelivery]: Key extends 'state' ? DeliveryState : string | null };

const bigintOrNull = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

/** One for each id that the company has. The workers are told after the commit: notifyDeliveries. */
export async function redeliver(
  runner: Runner,
  given: {
    companyId: bigint;
    ids: readonly bigint[];
    /** From which states a delivery may be repeated. */
    states: readonly DeliveryState[];
    actor: string;
  },
): Promise<Redelivery[]> {
  const { companyId, ids, states, actor } = given;
  const rows = await runOn<Row>(runner, STATEMENT, [companyId, numbers(ids), texts(states), actor]);
  return rows.map((row) => ({
    originalId: BigInt(row.originalId ?? 0),
    integrationId: BigInt(row.integrationId ?? 0),
    id: bigintOrNull(row.id),
    state: row.state,
    openId: bigintOrNull(row.openId),
  }));
}
