import type { CompanyReader } from '../company/company-reader.ts';
import { rowsByKey } from '../page/rows-by-key.ts';
import { services } from '../schema/service.ts';

export type ServiceRow = typeof services.$inferSelect;

/** In no order; ids that the company has not are left out. */
export const loadServices = (
  { db, companyId }: CompanyReader,
  ids: readonly bigint[],
): Promise<ServiceRow[]> =>
  db
    .select()
    .from(services)
    .where(rowsByKey({ column: services.id, company: services.companyId }, ids, companyId));

/** By RosDomofon's ids, which other tables refer to. */
export const loadServicesByRosdomofonId = (
  { db, companyId }: CompanyReader,
  rosdomofonIds: readonly bigint[],
): Promise<ServiceRow[]> =>
  db
    .select()
    .from(services)
    .where(
      rowsByKey({ column: services.rosdomofonId, company: services.companyId }, rosdomofonIds, companyId),
    );
