import type { Store } from '../open/open-store.ts';

/**
 * Of a chunk the dead records are written first: one that lies behind others does not tell that they are in as well,
 * until its chunk has had the time. The last entry of the inbox's primary key.
 */
const STATEMENT = `/* read_back_position */
select "offset"::text as position from inbox_events
where source_id = (select id from inbox_sources where integration_id = $1 and topic = $2 order by epoch desc limit 1)
  and partition = $3 and (state <> 'dead' or received_at < now() - interval '5 seconds')
order by source_id desc, partition desc, "offset" desc limit 1`;

/** The last record of a partition that the intake has taken in, in the topic's present epoch; -1: none. */
export async function readBackPosition(
  store: Store,
  { integrationId, topic, partition }: { integrationId: bigint; topic: string; partition: number },
): Promise<bigint> {
  const [row] = await store.run<{ position: string }>(STATEMENT, [integrationId, topic, partition]);
  return row === undefined ? -1n : BigInt(row.position);
}
