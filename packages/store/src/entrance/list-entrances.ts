import { and, eq, type SQL, sql } from 'drizzle-orm';
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
import { entranceServices, entrances } from '../schema/entrance.ts';
import { services } from '../schema/service.ts';
import { addressMatches } from '../search/address-search.ts';
import { type EntranceRow, entranceColumns } from './load-entrances.ts';

export interface EntranceFilter {
  /** Words of the address in any order. */
  readonly search?: string | undefined;
  /** One of them is offered there. RosDomofon's words. */
  readonly serviceTypes?: readonly string[] | undefined;
  readonly serviceRosdomofonId?: bigint | undefined;
  readonly isVanished?: boolean | undefined;
}

const keyset: Keyset = { columns: [entrances.rosdomofonId], order: 'desc' };

const offers = (companyId: bigint, condition: SQL): SQL => sql`exists (
  select from ${entranceServices} join ${services}
    on ${eq(services.companyId, companyId)} and ${services.rosdomofonId} = ${entranceServices.serviceRosdomofonId}
  where ${eq(entranceServices.companyId, companyId)}
    and ${entranceServices.entranceRosdomofonId} = ${entrances.rosdomofonId} and ${condition})`;

function conditionOf(companyId: bigint, filter: EntranceFilter): SQL {
  const { search, serviceTypes, serviceRosdomofonId, isVanished } = filter;
  const condition = and(
    eq(entrances.companyId, companyId),
    (search === undefined ? null : addressMatches(search)) ?? undefined,
    serviceTypes && offers(companyId, sql`${services.type} = any(${textArray(serviceTypes)})`),
    serviceRosdomofonId === undefined
      ? undefined
      : offers(companyId, eq(services.rosdomofonId, serviceRosdomofonId)),
    isVanished === undefined ? undefined : sql`(${entrances.vanishedAt} is not null) = ${isVanished}`,
  );
  return condition ?? sql`false`;
}

/** RosDomofon's newest first; out of entrances_rosdomofon or entrances_words. */
export async function listEntrances(
  reader: CompanyReader,
  { filter, page }: { filter: EntranceFilter; page: KeysetPage },
): Promise<Page<EntranceRow & { key: string }>> {
  const read = await executorFor(reader, filter)
    .select({ ...entranceColumns, key: keyOf(keyset) })
    .from(entrances)
    .where(keysetWhere(entrances.id, keyset, [conditionOf(reader.companyId, filter)], page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countEntrances = (
  reader: CompanyReader,
  { filter, limit }: { filter: EntranceFilter; limit: number },
): Promise<number> =>
  countUpTo(executorFor(reader, filter), entrances, conditionOf(reader.companyId, filter), limit);

const executorFor = ({ db, search }: CompanyReader, filter: EntranceFilter) =>
  filter.search === undefined ? db : search;
