import type { CompanyReader } from '../company/company-reader.ts';
import { rowsByKey } from '../page/rows-by-key.ts';
import { flats } from '../schema/flat.ts';

export type FlatRow = typeof flats.$inferSelect;

/** In no order; ids that the company has not are left out. */
export const loadFlats = ({ db, companyId }: CompanyReader, ids: readonly bigint[]): Promise<FlatRow[]> =>
  db
    .select()
    .from(flats)
    .where(rowsByKey({ column: flats.id, company: flats.companyId }, ids, companyId));

/** By RosDomofon's ids, which other tables refer to. */
export const loadFlatsByRosdomofonId = (
  { db, companyId }: CompanyReader,
  rosdomofonIds: readonly bigint[],
): Promise<FlatRow[]> =>
  db
    .select()
    .from(flats)
    .where(rowsByKey({ column: flats.rosdomofonId, company: flats.companyId }, rosdomofonIds, companyId));
