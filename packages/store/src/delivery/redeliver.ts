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
  /** An earlier redelivery of it that is still to be sent, or with `isFirstOnly` any: no second one is made. */
  readonly openId: bigint | null;
}

/**
 * Locks the originals, so that of two people who ask at once only one makes a new row: the other one's snapshot does
 * not show it yet, but the locked original names it. The copy begins anew, with a key of its own, and points to the
 * first delivery of its line. In the order of the originals' ids: the order of a subject stays. (`company_id + 0`: the
 * ids are the way to the rows, never the company's list.)
 */
const STATEMENT = `/* redeliver */
with original as materialized (
  select * from deliveries where id = any($2::bigint[]) and company_id + 0 = $1::bigint order by id for no key update
), judged as materialized (
  select q.*, case when open_id is null and state = any(${textColumn(3)}) then nextval('deliveries_id_seq') end as copy_id
  from (
    select o.*, case when $5::boolean or coalesce(f.state in ('pending', 'leased'), true) then o.redelivery_id end as open_id
    from original o left join deliveries f on f.id = any(array[o.redelivery_id]) order by o.id offset 0
  ) q
), copy as (
  insert into deliveries (id, company_id, integration_id, kind, subject, dedupe_key, payload, max_attempts,
    original_delivery_id, requested_by, traceparent)
  overriding system value
  select copy_id, company_id, integration_id, kind, subject, regexp_replace(dedupe_key, '~\\d+$', '') || '~' || copy_id,
    payload, max_attempts, coalesce(original_delivery_id, id), $4, traceparent
  from judged where copy_id is not null
), linked as (
  update deliveries d set redelivery_id = j.copy_id from judged j
  where d.id = any(array[j.id]) and j.copy_id is not null
), change as (
  insert into changes (company_id, entity, entity_id, op)
  select company_id, 'delivery', copy_id, 'added' from judged where copy_id is not null union all
  select company_id, 'delivery', id, 'changed' from judged where copy_id is not null
)
select id::text as "originalId", integration_id::text as "integrationId", copy_id::text as id, state,
  open_id::text as "openId"
from judged order by id`;

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
    /** One that was made anew before is passed over, whatever became of that: its redelivery stands for it. */
    isFirstOnly?: boolean;
  },
): Promise<Redelivery[]> {
  const { companyId, ids, states, actor, isFirstOnly = false } = given;
  const rows = await runOn<Row>(runner, STATEMENT, [
    companyId,
    numbers(ids),
    texts(states),
    actor,
    isFirstOnly,
  ]);
  return rows.map((row) => ({
    originalId: BigInt(row.originalId ?? 0),
    integrationId: BigInt(row.integrationId ?? 0),
    id: bigintOrNull(row.id),
    state: row.state,
    openId: bigintOrNull(row.openId),
  }));
}
