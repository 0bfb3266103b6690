import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { accounts } from '../schema/account.ts';
import { flats } from '../schema/flat.ts';
import { serviceConnections } from '../schema/service.ts';

/** A service, and the entrance whose flats may get it. */
export interface ServiceAtEntrance {
  readonly entranceRosdomofonId: bigint;
  readonly serviceRosdomofonId: bigint;
  /** As the database writes it: flats that came later are left alone. */
  readonly knownBy?: string | undefined;
}

export interface FlatWithoutService {
  readonly flatRosdomofonId: bigint;
  /** Who pays. */
  readonly accountRosdomofonId: bigint;
}

/** Of the flats of an entrance, without those that are gone. */
export interface FlatsAtEntrance {
  /** Have an account, and not the service. */
  readonly without: number;
  /** Have the service, also where it is blocked. */
  readonly connected: number;
  /** Have neither the service nor an account that could pay for it. */
  readonly unpaid: number;
}

/** By service_connections_flat, one probe for each flat. One that is blocked is there: somebody blocked it on purpose. */
const isConnected = (companyId: bigint, serviceRosdomofonId: bigint): SQL => sql`exists (
  select from ${serviceConnections} where ${eq(serviceConnections.companyId, companyId)}
    and ${serviceConnections.flatRosdomofonId} = ${flats.rosdomofonId}
    and ${eq(serviceConnections.serviceRosdomofonId, serviceRosdomofonId)}
    and ${serviceConnections.vanishedAt} is null)`;

/** An account that the hub does not know yet is RosDomofon's to judge; one that is gone pays for nothing. */
const isPaid: SQL = sql`(${flats.accountRosdomofonId} is not null and ${accounts.vanishedAt} is null)`;

const payer = and(
  eq(accounts.companyId, flats.companyId),
  eq(accounts.rosdomofonId, flats.accountRosdomofonId),
);

const there = (companyId: bigint, { entranceRosdomofonId, knownBy }: ServiceAtEntrance): SQL =>
  and(
    eq(flats.companyId, companyId),
    eq(flats.entranceRosdomofonId, entranceRosdomofonId),
    sql`${flats.vanishedAt} is null`,
    knownBy === undefined ? undefined : sql`${flats.createdAt} <= ${knownBy}::timestamptz`,
  ) ?? sql`false`;

/** Those that would get it, in the order of RosDomofon's ids, behind one. */
export async function listFlatsWithoutService(
  { db, companyId }: CompanyReader,
  { at, after, limit }: { at: ServiceAtEntrance; after: bigint; limit: number },
): Promise<FlatWithoutService[]> {
  const rows = await db
    .select({ flatRosdomofonId: flats.rosdomofonId, accountRosdomofonId: flats.accountRosdomofonId })
    .from(flats)
    .leftJoin(accounts, payer)
    .where(
      and(
        there(companyId, at),
        isPaid,
        sql`not ${isConnected(companyId, at.serviceRosdomofonId)}`,
        sql`${flats.rosdomofonId} > ${after}`,
      ),
    )
    .orderBy(asc(flats.rosdomofonId))
    .limit(limit);
  return rows.flatMap(({ flatRosdomofonId, accountRosdomofonId }) =>
    accountRosdomofonId === null ? [] : [{ flatRosdomofonId, accountRosdomofonId }],
  );
}

export async function countFlatsAtEntrance(
  { db, companyId }: CompanyReader,
  at: ServiceAtEntrance,
): Promise<FlatsAtEntrance> {
  const judged = db
    .select({
      connected: sql<boolean>`${isConnected(companyId, at.serviceRosdomofonId)}`.as('connected'),
      paid: sql<boolean>`${isPaid}`.as('paid'),
    })
    .from(flats)
    .leftJoin(accounts, payer)
    .where(there(companyId, at))
    .as('judged');
  const [row] = await db
    .select({
      without: sql<number>`count(*) filter (where paid and not connected)::int`,
      connected: sql<number>`count(*) filter (where connected)::int`,
      unpaid: sql<number>`count(*) filter (where not paid and not connected)::int`,
    })
    .from(judged);
  return row ?? { without: 0, connected: 0, unpaid: 0 };
}
