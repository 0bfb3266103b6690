import { and, eq, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { abonents } from '../schema/abonent.ts';

export type AbonentRow = typeof abonents.$inferSelect;

/** In no order; ids that the company has not are left out. */
export const loadAbonents = (
  { db, companyId }: CompanyReader,
  ids: readonly bigint[],
): Promise<AbonentRow[]> =>
  db
    .select()
    .from(abonents)
    .where(and(sql`${abonents.id} = any(${bigintArray(ids)})`, eq(abonents.companyId, companyId)));

/** By RosDomofon's ids, which other tables refer to. */
export const loadAbonentsByRosdomofonId = (
  { db, companyId }: CompanyReader,
  rosdomofonIds: readonly bigint[],
): Promise<AbonentRow[]> =>
  db
    .select()
    .from(abonents)
    .where(
      and(
        eq(abonents.companyId, companyId),
        sql`${abonents.rosdomofonId} = any(${bigintArray(rosdomofonIds)})`,
      ),
    );
