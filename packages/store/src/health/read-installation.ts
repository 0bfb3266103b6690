import { sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';

/** What all companies share. Times are the database's. */
export interface Installation {
  readonly now: Date;
  /** Consumer processes whose lease holds. */
  readonly workerCount: number;
  /** When the last lease ended that does not hold any more; null: it is not known. */
  readonly lastLeaseUntil: Date | null;
  /** Since when the longest transaction that writes has been open; null: there is none. */
  readonly feedHeldSince: Date | null;
  /** Has the search begun with this feed? */
  readonly isIndexed: boolean;
  /** When the oldest message came that cannot be found yet; null: all can. */
  readonly unindexedSince: Date | null;
  /** Is something that is older than the feed still to be made searchable? */
  readonly isBackfilling: boolean;
}

/** The indexer passes over so many at once, so what it is about to do is among them. */
const MOST_CHANGES = 5_000;

const ms = (time: string) => sql.raw(`extract(epoch from ${time})::float8 * 1000`);

export async function readInstallation({ db }: CompanyReader): Promise<Installation> {
  const rows = await db.execute(sql`/* read_installation */
    select ${ms('now()')} as now,
      (select count(*)::int from workers where lease_until > now()) as workers,
      (select ${ms('max(lease_until)')} from workers where lease_until <= now()) as "lastLease",
      (select ${ms('min(xact_start)')} from pg_stat_activity
        where backend_xid is not null and pid <> pg_backend_pid()) as held,
      exists (select from search_cursors c join feed_epochs e on e.epoch = c.epoch) as indexed,
      (select ${ms('min(coalesce(i.received_at, m.sent_at))')} from (
          select entity, entity_id, op from changes
          where (xid, id) > (select xid, change_id from search_cursors where id = 1)
            and xid < pg_snapshot_xmin(pg_current_snapshot())
          order by changes.xid, changes.id limit ${sql.raw(String(MOST_CHANGES))}
        ) c
        join messages m on m.id = c.entity_id
        left join inbox_events i on i.source_id = m.source_id and i.partition = m.partition and i."offset" = m."offset"
        where c.entity = 'message' and c.op = 'added') as unindexed,
      exists (select from search_backfills) as backfilling`);
  const [row] = rows;
  if (row === undefined) throw new TypeError('a select without a table has a row');
  const time = (value: unknown) => (typeof value === 'number' ? new Date(value) : null);
  return {
    now: time(row['now']) ?? new Date(0),
    workerCount: Number(row['workers']),
    lastLeaseUntil: time(row['lastLease']),
    feedHeldSince: time(row['held']),
    isIndexed: row['indexed'] === true,
    unindexedSince: time(row['unindexed']),
    isBackfilling: row['backfilling'] === true,
  };
}
