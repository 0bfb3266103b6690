import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
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
import { rowsByKey } from '../page/rows-by-key.ts';
import { jobs } from '../schema/job.ts';
import type { JobState } from './claim-job.ts';

// What only its worker needs.
const {
  checkpoint: _checkpoint,
  fence: _fence,
  worker: _worker,
  leaseUntil: _leaseUntil,
  ...columns
} = getTableColumns(jobs);

export type JobRow = Omit<typeof jobs.$inferSelect, 'checkpoint' | 'fence' | 'worker' | 'leaseUntil'>;

export interface JobFilter {
  readonly kinds?: readonly string[] | undefined;
  readonly states?: readonly JobState[] | undefined;
}

const keyset: Keyset = { columns: [jobs.id], order: 'desc' };

const conditionsOf = (companyId: bigint, { kinds, states }: JobFilter): SQL[] => [
  and(
    eq(jobs.companyId, companyId),
    kinds && sql`${jobs.kind} = any(${textArray(kinds)})`,
    states && sql`${jobs.state} = any(${textArray(states)})`,
  ) ?? sql`false`,
];

/** Newest first; out of jobs_list. */
export async function listJobs(
  { db, companyId }: CompanyReader,
  { filter, page }: { filter: JobFilter; page: KeysetPage },
): Promise<Page<JobRow & { key: string }>> {
  const read = await db
    .select({ ...columns, key: keyOf(keyset) })
    .from(jobs)
    .where(keysetWhere(jobs.id, keyset, conditionsOf(companyId, filter), page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countJobs = (
  { db, companyId }: CompanyReader,
  { filter, limit }: { filter: JobFilter; limit: number },
): Promise<number> => countAnyUpTo(db, jobs.id, conditionsOf(companyId, filter), limit);

/** In no order; ids that the company has not are left out. */
export const loadJobs = ({ db, companyId }: CompanyReader, ids: readonly bigint[]): Promise<JobRow[]> =>
  db
    .select(columns)
    .from(jobs)
    .where(rowsByKey({ column: jobs.id, company: jobs.companyId }, ids, companyId));
