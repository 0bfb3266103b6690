import { getTableColumns } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { type KeysetPage, keyOf, keysetOrder, type Page } from '../page/keyset.ts';
import {
  type ChildList,
  childKeyset,
  childrenWhere,
  countPerParent,
  toPages,
} from '../page/page-per-parent.ts';
import { serviceConnections } from '../schema/service.ts';
import type { ServiceConnectionRow } from './load-service-connections.ts';

/** Each out of the index of the same name: service_connections_account, … */
const PARENTS = {
  account: serviceConnections.accountRosdomofonId,
  flat: serviceConnections.flatRosdomofonId,
  service: serviceConnections.serviceRosdomofonId,
};
const FIELDS = {
  account: 'accountRosdomofonId',
  flat: 'flatRosdomofonId',
  service: 'serviceRosdomofonId',
} as const;

export type ServiceConnectionParent = keyof typeof PARENTS;

const listOf = (parent: ServiceConnectionParent): ChildList => ({
  table: serviceConnections,
  id: serviceConnections.id,
  parent: PARENTS[parent],
  companyId: serviceConnections.companyId,
});

/** A page of the service connections of each account, flat or service, by RosDomofon's ids of those, in one statement. */
export async function listServiceConnectionsOfParents(
  { db, companyId }: CompanyReader,
  {
    parent,
    parents,
    page,
  }: { parent: ServiceConnectionParent; parents: readonly bigint[]; page: KeysetPage },
): Promise<Map<bigint, Page<ServiceConnectionRow & { key: string }>>> {
  const list = listOf(parent);
  const rows = await db
    .select({ ...getTableColumns(serviceConnections), key: keyOf(childKeyset(list)) })
    .from(serviceConnections)
    .where(childrenWhere(list, { companyId, parents, page }))
    .orderBy(...keysetOrder(childKeyset(list), page));
  return toPages(rows, (row) => row[FIELDS[parent]], { parents, page });
}

export const countServiceConnectionsOfParents = (
  { db, companyId }: CompanyReader,
  { parent, parents, limit }: { parent: ServiceConnectionParent; parents: readonly bigint[]; limit: number },
): Promise<Map<bigint, number>> => countPerParent(db, listOf(parent), { companyId, parents, limit });
