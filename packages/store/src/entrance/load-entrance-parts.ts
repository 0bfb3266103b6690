import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { entranceFlatRanges, entranceServices } from '../schema/entrance.ts';
import { services } from '../schema/service.ts';
import type { ServiceRow } from '../service/load-services.ts';

export interface EntranceFlatRangeRow {
  readonly entranceRosdomofonId: bigint;
  readonly flatStart: number;
  readonly flatEnd: number;
}

export interface PerEntrance {
  /** RosDomofon's ids. */
  readonly entrances: readonly bigint[];
  /** Of each entrance. */
  readonly limit: number;
}

/** The flat ranges of entrances in the order of their beginnings. */
export const loadEntranceFlatRanges = (
  { db, companyId }: CompanyReader,
  { entrances, limit }: PerEntrance,
): Promise<EntranceFlatRangeRow[]> => {
  const { entranceRosdomofonId, flatStart, flatEnd } = entranceFlatRanges;
  const rank = sql<number>`row_number() over (partition by ${entranceRosdomofonId} order by ${flatStart}, ${flatEnd})`;
  const ranked = db
    .select({ entranceRosdomofonId, flatStart, flatEnd, rank: rank.as('rank') })
    .from(entranceFlatRanges)
    .where(
      and(
        eq(entranceFlatRanges.companyId, companyId),
        sql`${entranceRosdomofonId} = any(${bigintArray(entrances)})`,
      ),
    )
    .as('ranked');
  return db
    .select({
      entranceRosdomofonId: ranked.entranceRosdomofonId,
      flatStart: ranked.flatStart,
      flatEnd: ranked.flatEnd,
    })
    .from(ranked)
    .where(sql`${ranked.rank} <= ${limit}`)
    .orderBy(asc(ranked.flatStart), asc(ranked.flatEnd));
};

/** The services that entrances offer, in the order of RosDomofon's ids; those that are gone too. */
export async function loadEntranceServices(
  { db, companyId }: CompanyReader,
  { entrances, limit }: PerEntrance,
): Promise<{ entranceRosdomofonId: bigint; service: ServiceRow }[]> {
  const { entranceRosdomofonId, serviceRosdomofonId } = entranceServices;
  const rank = sql<number>`row_number() over (partition by ${entranceRosdomofonId} order by ${serviceRosdomofonId})`;
  const ranked = db
    .select({ entranceRosdomofonId, serviceRosdomofonId, rank: rank.as('rank') })
    .from(entranceServices)
    .where(
      and(
        eq(entranceServices.companyId, companyId),
        sql`${entranceRosdomofonId} = any(${bigintArray(entrances)})`,
      ),
    )
    .as('ranked');
  return db
    .select({ entranceRosdomofonId: ranked.entranceRosdomofonId, service: getTableColumns(services) })
    .from(ranked)
    .innerJoin(
      services,
      and(eq(services.companyId, companyId), eq(services.rosdomofonId, ranked.serviceRosdomofonId)),
    )
    .where(sql`${ranked.rank} <= ${limit}`)
    .orderBy(asc(services.rosdomofonId));
}
