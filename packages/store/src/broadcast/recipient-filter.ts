import { and, eq, type SQL, sql } from 'drizzle-orm';
import { bigintArray, textArray } from '../page/bigint-array.ts';
import { accounts } from '../schema/account.ts';
import { entrances } from '../schema/entrance.ts';
import { flats } from '../schema/flat.ts';
import { serviceConnections } from '../schema/service.ts';
import { addressMatches } from '../search/address-search.ts';

/** Whose accounts: all that is given has to hold of one account; nothing given: everybody's. */
export interface RecipientFilter {
  readonly accountNumbers?: readonly string[] | undefined;
  /** Where the account has a flat. */
  readonly entranceRosdomofonIds?: readonly bigint[] | undefined;
  /** Words of the address of such an entrance, in any order. */
  readonly address?: string | undefined;
  /** One of them is connected, on the account or on one of its flats. */
  readonly serviceRosdomofonIds?: readonly bigint[] | undefined;
  readonly isBlocked?: boolean | undefined;
  /** As the database writes it: accounts that came later are nobody's recipient. */
  readonly knownBy?: string | undefined;
}

/** A text without a word would be an address of everybody: it is one of nobody. */
const atAddress = (companyId: bigint, text: string): SQL =>
  sql`${flats.entranceRosdomofonId} in (select ${entrances.rosdomofonId} from ${entrances}
    where ${and(eq(entrances.companyId, companyId), addressMatches(text) ?? sql`false`)})`;

/** Accounts with a flat there. Not per account: a set that is made once. */
function livesThere(companyId: bigint, { entranceRosdomofonIds, address }: RecipientFilter): SQL | undefined {
  if (entranceRosdomofonIds === undefined && address === undefined) return undefined;
  const there = and(
    eq(flats.companyId, companyId),
    sql`${flats.vanishedAt} is null`,
    entranceRosdomofonIds && sql`${flats.entranceRosdomofonId} = any(${bigintArray(entranceRosdomofonIds)})`,
    address === undefined ? undefined : atAddress(companyId, address),
  );
  return sql`${accounts.rosdomofonId} in (select ${flats.accountRosdomofonId} from ${flats} where ${there})`;
}

function hasService(companyId: bigint, ids: readonly bigint[] | undefined): SQL | undefined {
  if (ids === undefined) return undefined;
  const connected = and(
    eq(serviceConnections.companyId, companyId),
    sql`${serviceConnections.serviceRosdomofonId} = any(${bigintArray(ids)})`,
    sql`${serviceConnections.vanishedAt} is null`,
  );
  return sql`${accounts.rosdomofonId} in (
    select coalesce(${serviceConnections.accountRosdomofonId}, ${flats.accountRosdomofonId}) from ${serviceConnections}
    left join ${flats} on ${eq(flats.companyId, companyId)} and ${flats.rosdomofonId} = ${serviceConnections.flatRosdomofonId}
    where ${connected})`;
}

/** Of accounts, without those that RosDomofon has no more. */
export const recipientCondition = (companyId: bigint, filter: RecipientFilter): SQL =>
  and(
    eq(accounts.companyId, companyId),
    sql`${accounts.vanishedAt} is null`,
    filter.accountNumbers && sql`${accounts.number} = any(${textArray(filter.accountNumbers)})`,
    filter.isBlocked === undefined ? undefined : eq(accounts.isBlocked, filter.isBlocked),
    filter.knownBy === undefined ? undefined : sql`${accounts.createdAt} <= ${filter.knownBy}::timestamptz`,
    livesThere(companyId, filter),
    hasService(companyId, filter.serviceRosdomofonIds),
  ) ?? sql`false`;
