import type { Store } from '../open/open-store.ts';

/** A place in the inbox: (source, partition, offset). */
export interface InboxPosition {
  readonly sourceId: number;
  readonly partition: number;
  readonly offset: bigint;
}

export const INBOX_START: InboxPosition = { sourceId: 0, partition: -1, offset: -1n };

/**
 * Walks along the primary key, which is by age within a partition: no index by time is needed, which every event would
 * pay for. The last event of a partition stays: by it the intake knows a topic that was created anew. Where a partition
 * comes to what is too young, the walk goes on with the next one.
 */
const STATEMENT = `/* forget_inbox_events */
with page as materialized (
  select source_id, partition, "offset", state, received_at from inbox_events
  where (source_id, partition, "offset") > ($1::int, $2::int, $3::bigint)
  order by source_id, partition, "offset" limit $4::int
), gone as (
  delete from inbox_events e using page p
  where e.source_id = p.source_id and e.partition = p.partition and e."offset" = p."offset"
    and (p.state = 'done' and p.received_at < now() - $5::float8 * interval '1 day'
      or p.state = 'dead' and p.received_at < now() - $6::float8 * interval '1 day')
    and exists (
      select from inbox_events n
      where n.source_id = p.source_id and n.partition = p.partition and n."offset" > p."offset"
    )
  returning 1
), last as (
  select source_id, partition, "offset", received_at < now() - $5::float8 * interval '1 day' as is_old
  from page order by source_id desc, partition desc, "offset" desc limit 1
)
select (select count(*) from gone)::int as count, (select count(*) from page)::int as seen,
  last.source_id as "sourceId", last.partition,
  case when last.is_old then last."offset" else 9223372036854775807 end as "offset"
from (select) one left join last on true`;

interface Row {
  readonly count: number;
  readonly seen: number;
  readonly sourceId: number | null;
  readonly partition: number | null;
  readonly offset: bigint | null;
}

/** Forgets events that were done, or dead, so many days ago; `next`: from where to go on, null: there is no more. */
export async function forgetInboxEvents(
  store: Store,
  given: { after: InboxPosition; doneAfterDays: number; deadAfterDays: number; limit: number },
): Promise<{ readonly count: number; readonly next: InboxPosition | null }> {
  const { after, doneAfterDays, deadAfterDays, limit } = given;
  const args = [after.sourceId, after.partition, after.offset, limit, doneAfterDays, deadAfterDays];
  const [row] = await store.run<Row>(STATEMENT, args);
  if (row === undefined) throw new TypeError('the statement gives one row');
  const { count, sourceId, partition, offset } = row;
  if (sourceId === null || partition === null || offset === null) return { count, next: null };
  return { count, next: { sourceId, partition, offset } };
}
