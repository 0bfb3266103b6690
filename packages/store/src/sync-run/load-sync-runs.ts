import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { rowsByKey } from '../page/rows-by-key.ts';
import { syncRunCounts, syncRuns } from '../schema/sync-run.ts';

// What only the owner of a run needs.
const { checkpoint: _checkpoint, fence: _fence, ...columns } = getTableColumns(syncRuns);

export const syncRunColumns = columns;

export type SyncRunRow = Omit<typeof syncRuns.$inferSelect, 'checkpoint' | 'fence'>;
export type SyncRunCountRow = typeof syncRunCounts.$inferSelect;

/** In no order; ids that the company has not are left out. */
export const loadSyncRuns = (
  { db, companyId }: CompanyReader,
  ids: readonly bigint[],
): Promise<SyncRunRow[]> =>
  db
    .select(syncRunColumns)
    .from(syncRuns)
    .where(rowsByKey({ column: syncRuns.id, company: syncRuns.companyId }, ids, companyId));

/** What the runs found, by kind of object. */
export const loadSyncRunCounts = (
  { db, companyId }: CompanyReader,
  runIds: readonly bigint[],
): Promise<SyncRunCountRow[]> =>
  db
    .select()
    .from(syncRunCounts)
    .where(
      and(sql`${syncRunCounts.runId} = any(${bigintArray(runIds)})`, eq(syncRunCounts.companyId, companyId)),
    )
    .orderBy(asc(syncRunCounts.entity));
