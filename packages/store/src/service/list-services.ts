import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { textArray } from '../page/bigint-array.ts';
import { countUpTo } from '../page/count-up-to.ts';
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
import { services } from '../schema/service.ts';
import type { ServiceRow } from './load-services.ts';

export interface ServiceFilter {
  /** RosDomofon's words: Gate, VideoSurveillance, … */
  readonly types?: readonly string[] | undefined;
  readonly isVanished?: boolean | undefined;
}

const keyset: Keyset = { columns: [services.rosdomofonId], order: 'desc' };

function conditionOf(companyId: bigint, { types, isVanished }: ServiceFilter): SQL {
  const condition = and(
    eq(services.companyId, companyId),
    types && sql`${services.type} = any(${textArray(types)})`,
    isVanished === undefined ? undefined : sql`(${services.vanishedAt} is not null) = ${isVanished}`,
  );
  return condition ?? sql`false`;
}

/** RosDomofon's newest first; out of services_rosdomofon. */
export async function listServices(
  { db, companyId }: CompanyReader,
  { filter, page }: { filter: ServiceFilter; page: KeysetPage },
): Promise<Page<ServiceRow & { key: string }>> {
  const read = await db
    .select({ ...getTableColumns(services), key: keyOf(keyset) })
    .from(services)
    .where(keysetWhere(services.id, keyset, [conditionOf(companyId, filter)], page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countServices = (
  { db, companyId }: CompanyReader,
  { filter, limit }: { filter: ServiceFilter; limit: number },
): Promise<number> => countUpTo(db, services, conditionOf(companyId, filter), limit);
