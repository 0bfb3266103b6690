import { desc, sql } from 'drizzle-orm';
import type { Store } from '../open/open-store.ts';
import { changes, feedEpochs } from '../schema/change.ts';

/** The timeline out of the WAL's file name; the control file tells a new one only after its first checkpoint. */
const CLUSTER = sql`/* open_feed */
select system_identifier::text as "systemIdentifier",
  ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::int as timeline from pg_control_system()`;

/**
 * The feed's epoch; to be asked before the first read of a process. In another cluster (a restored dump) or on
 * another timeline (a replica that took over) transaction ids start over or go back: the feed begins anew there, and
 * a cursor of another epoch is answered with "read everything again".
 */
export const openFeed = (store: Store): Promise<number> =>
  store.transaction(async (tx) => {
    await tx.execute(sql`lock table ${feedEpochs} in exclusive mode`);
    const [cluster] = await tx.execute<{ systemIdentifier: string; timeline: number }>(CLUSTER);
    if (cluster === undefined) throw new TypeError('the statement gives one row');
    const [last] = await tx.select().from(feedEpochs).orderBy(desc(feedEpochs.epoch)).limit(1);
    if (last?.systemIdentifier === cluster.systemIdentifier && last.timeline === cluster.timeline)
      return last.epoch;
    if (last !== undefined) await tx.execute(sql`truncate ${changes}`);
    const [next] = await tx.insert(feedEpochs).values(cluster).returning({ epoch: feedEpochs.epoch });
    if (next === undefined) throw new TypeError('an insert returns its row');
    return next.epoch;
  });
