import { type Runner, runOn } from '../open/run-on.ts';

/** At once: each piece is a transaction that holds the feed while it writes. */
const PIECE = 200;

const wake = (table: string, entity: string, until: string, more: string) => `/* wake_${entity}s */
with due as materialized (
  select id from ${table} where ${until} is not null and ${until} <= now() order by ${until} limit ${PIECE} for no key update skip locked
), woken as (
  update ${table} t set ${until} = null, ${more} = null from due where t.id = due.id returning t.id, t.company_id
), told as (
  insert into changes (company_id, entity, entity_id, op) select company_id, '${entity}', id, 'changed' from woken
)
select (select count(*) from woken)::int as count, (
  select greatest(0, ceil(extract(epoch from min(${until}) - now()) * 1000))::float8 from ${table}
  where ${until} is not null and ${until} > now()
) as "nextInMs"`;

/** Out of conversations_snoozed and sign_ups_parked, which hold nothing but what is set aside: 0.1 ms when nothing is due. */
const CONVERSATIONS = wake('conversations', 'conversation', 'snoozed_until', 'snoozed_by');
const SIGN_UPS = wake('sign_ups', 'sign_up', 'parked_until', 'park_note');

export interface Woken {
  readonly count: number;
  /** When the next one is due; null: none is. */
  readonly nextInMs: number | null;
}

/**
 * What was set aside until now comes back, and is told as a change. Every process may do it: of two at once each takes
 * its own rows. Call it again while it returns any.
 */
export async function wakeSetAside(runner: Runner): Promise<Woken> {
  const rows: Woken[] = [];
  for (const statement of [CONVERSATIONS, SIGN_UPS])
    rows.push(...(await runOn<Woken>(runner, statement, [])));
  const next = rows.flatMap(({ nextInMs }) => (nextInMs === null ? [] : [nextInMs]));
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    nextInMs: next.length === 0 ? null : Math.min(...next),
  };
}
