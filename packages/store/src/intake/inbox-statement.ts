import { StoreError } from '../errors/store-error.ts';
import type { StatementValue, Store } from '../open/open-store.ts';

/**
 * Expects `event` with "offset" and hash, $1 source, $2 partition, $4 offsets ascending. `clash`: another record is
 * known at one of the chunk's offsets, so the topic was created anew and nothing is written. On a chunk of news
 * `known` is empty after one descent of the primary key, whatever the size of the inbox. `not in` is answered by a
 * hash; a join would be a nested loop over 500 × 500 rows when the planner expects one known row.
 */
export const CLASH = `
known as materialized (
  select "offset", hash from inbox_events
  where source_id = $1 and partition = $2 and "offset" = any($4::bigint[])
), clash as (
  select from known where ("offset", hash) not in (select "offset", hash from event) limit 1
)`;

/**
 * The first half of every intake: the records that are new go into the inbox, and `fresh` are exactly those.
 *
 * `full join`: every key matches, so it means the same as a join, but it can only be hashed or merged. By the
 * statistics of a grown database a plain join becomes a nested loop (26 of 48 ms). The condition stays outside,
 * behind `materialized`: next to the join it would let the planner turn that into a plain one.
 */
const inbox = (onConflict: '' | 'on conflict do nothing') => `${CLASH}, inbox as (
  insert into inbox_events (source_id, partition, company_id, "offset", hash, payload)
  select $1::int, $2::int, $3::bigint, "offset", hash, payload from event
  where not exists (select from clash) and "offset" not in (select "offset" from known)
  ${onConflict}
  returning "offset", true as is_fresh
), both_sides as materialized (
  select * from inbox full join event using ("offset")
), fresh as not materialized (
  select * from both_sides where is_fresh
)`;

/** One statement in two ways that mean the same; `quick` fails as a whole when somebody else writes the same records. */
export interface IntakeStatement {
  readonly quick: string;
  readonly patient: string;
}

export const intakeStatement = (build: (inbox: string) => string): IntakeStatement => ({
  quick: build(inbox('')),
  patient: build(inbox('on conflict do nothing')),
});

/**
 * `on conflict` costs 3 of 35 to 43 µs per message (a probe before each row and a WAL record after it), and only two
 * owners of one partition at the same moment need it: what was committed before the statement is in `known`.
 */
export async function runIntake<Row>(
  store: Store,
  statement: IntakeStatement,
  args: readonly StatementValue[],
): Promise<Row> {
  const run = async (text: string) => {
    const [row] = await store.run<Row>(text, args);
    if (row === undefined) throw new TypeError('the statement gives one row');
    return row;
  };
  try {
    return await run(statement.quick);
  } catch (error) {
    if (!wasFasterElsewhere(error)) throw error;
    return run(statement.patient);
  }
}

/** The statement has no other plain insert into the inbox than that of its records. */
const wasFasterElsewhere = (error: unknown): boolean =>
  error instanceof StoreError && error.meta['sqlState'] === '23505' && error.meta['table'] === 'inbox_events';
