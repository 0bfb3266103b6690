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
export const INBOX = `${CLASH}, inbox as (
  insert into inbox_events (source_id, partition, company_id, "offset", hash, payload)
  select $1::int, $2::int, $3::bigint, "offset", hash, payload from event where not exists (select from clash)
  on conflict do nothing
  returning "offset", true as is_fresh
), both_sides as materialized (
  select * from inbox full join event using ("offset")
), fresh as not materialized (
  select * from both_sides where is_fresh
)`;
