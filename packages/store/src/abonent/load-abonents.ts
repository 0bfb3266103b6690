import { readByKey } from '../page/rows-by-key.ts';
import { abonents } from '../schema/abonent.ts';

export type AbonentRow = typeof abonents.$inferSelect;

/** In no order; ids that the company has not are left out. */
export const loadAbonents = readByKey(abonents, { column: abonents.id, company: abonents.companyId });

/** By RosDomofon's ids, which other tables refer to. */
export const loadAbonentsByRosdomofonId = readByKey(abonents, {
  column: abonents.rosdomofonId,
  company: abonents.companyId,
});
