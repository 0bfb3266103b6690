import type { CompanyReader } from '../company/company-reader.ts';
import { rowsByKey } from '../page/rows-by-key.ts';
import { serviceConnections } from '../schema/service.ts';

export type ServiceConnectionRow = typeof serviceConnections.$inferSelect;

/** In no order; ids that the company has not are left out. */
export const loadServiceConnections = (
  { db, companyId }: CompanyReader,
  ids: readonly bigint[],
): Promise<ServiceConnectionRow[]> =>
  db
    .select()
    .from(serviceConnections)
    .where(
      rowsByKey({ column: serviceConnections.id, company: serviceConnections.companyId }, ids, companyId),
    );
