import { getTableColumns } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { rowsByKey } from '../page/rows-by-key.ts';
import { entrances } from '../schema/entrance.ts';

// What the search looks at is of no use to a reader.
const { addressWords: _words, wordVector: _vector, ...columns } = getTableColumns(entrances);

export const entranceColumns = columns;

export type EntranceRow = Omit<typeof entrances.$inferSelect, 'addressWords' | 'wordVector'>;

/** In no order; ids that the company has not are left out. */
export const loadEntrances = (
  { db, companyId }: CompanyReader,
  ids: readonly bigint[],
): Promise<EntranceRow[]> =>
  db
    .select(entranceColumns)
    .from(entrances)
    .where(rowsByKey({ column: entrances.id, company: entrances.companyId }, ids, companyId));

/** By RosDomofon's ids, which other tables refer to. */
export const loadEntrancesByRosdomofonId = (
  { db, companyId }: CompanyReader,
  rosdomofonIds: readonly bigint[],
): Promise<EntranceRow[]> =>
  db
    .select(entranceColumns)
    .from(entrances)
    .where(
      rowsByKey({ column: entrances.rosdomofonId, company: entrances.companyId }, rosdomofonIds, companyId),
    );
