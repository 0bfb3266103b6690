import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { textArray } from '../page/bigint-array.ts';
import { countAnyUpTo } from '../page/count-up-to.ts';
import {
  type Keyset,
  type KeysetPage,
  keyOf,
  keysetOrder,
  keysetWhere,
  type Page,
  rowsToRead,
  toPage,
} from '../page/keyset.ts';
import { syncRuns } from '../schema/sync-run.ts';
import { type SyncRunRow, syncRunColumns } from './load-sync-runs.ts';

export type SyncRunKind = SyncRunRow['kind'];
export type SyncRunState = SyncRunRow['state'];

export interface SyncRunFilter {
  readonly kind?: SyncRunKind | undefined;
  readonly states?: readonly SyncRunState[] | undefined;
}

const keyset: Keyset = { columns: [syncRuns.id], order: 'desc' };

const ALL_KINDS: readonly SyncRunKind[] = ['full', 'account', 'preview'];

/** One condition per kind, also where all are asked for: the index begins with the kind. */
const conditionsOf = (companyId: bigint, { kind, states }: SyncRunFilter): SQL[] =>
  (kind === undefined ? ALL_KINDS : [kind]).map(
    (one) =>
      and(
        eq(syncRuns.companyId, companyId),
        eq(syncRuns.kind, one),
        states && sql`${syncRuns.state} = any(${textArray(states)})`,
      ) ?? sql`false`,
  );

/** Newest first; out of sync_runs_list. */
export async function listSyncRuns(
  { db, companyId }: CompanyReader,
  { filter, page }: { filter: SyncRunFilter; page: KeysetPage },
): Promise<Page<SyncRunRow & { key: string }>> {
  const read = await db
    .select({ ...syncRunColumns, key: keyOf(keyset) })
    .from(syncRuns)
    .where(keysetWhere(syncRuns.id, keyset, conditionsOf(companyId, filter), page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countSyncRuns = (
  { db, companyId }: CompanyReader,
  { filter, limit }: { filter: SyncRunFilter; limit: number },
): Promise<number> => countAnyUpTo(db, syncRuns.id, conditionsOf(companyId, filter), limit);
