import type { PgColumn } from 'drizzle-orm/pg-core';
import type { CompanyReader } from '../company/company-reader.ts';
import { rowsByKey } from '../page/rows-by-key.ts';
import { serviceConnections } from '../schema/service.ts';

export type ServiceConnectionRow = typeof serviceConnections.$inferSelect;

const load = async (
  { db, companyId }: CompanyReader,
  column: PgColumn,
  keys: readonly bigint[],
): Promise<ServiceConnectionRow[]> =>
  db
    .select()
    .from(serviceConnections)
    .where(rowsByKey({ column, company: serviceConnections.companyId }, keys, companyId));

/** In no order; ids that the company has not are left out. */
export const loadServiceConnections = async (
  reader: CompanyReader,
  ids: readonly bigint[],
): Promise<ServiceConnectionRow[]> => load(reader, serviceConnections.id, ids);

export const loadServiceConnectionsByRosdomofonId = async (
  reader: CompanyReader,
  ids: readonly bigint[],
): Promise<ServiceConnectionRow[]> => load(reader, serviceConnections.rosdomofonId, ids);
