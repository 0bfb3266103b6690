import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { abonents } from '../schema/abonent.ts';
import { accounts } from '../schema/account.ts';
import { type RecipientFilter, recipientCondition } from './recipient-filter.ts';

export interface RecipientRow {
  readonly abonentRosdomofonId: bigint;
  /** Of one of the accounts by which they were found; null: it has none. */
  readonly accountNumber: string | null;
}

/** How many are reached, and how many accounts or people are not, why. */
export interface RecipientCounts {
  readonly recipients: number;
  /** Accounts of which RosDomofon names no owner. */
  readonly withoutOwner: number;
  /** People who never opened the app: nothing would show them the message. */
  readonly neverLoggedIn: number;
  /** Further accounts of a person who is reached by another one. */
  readonly samePerson: number;
}

const ownerId = accounts.ownerAbonentRosdomofonId;
/** RosDomofon does not tell it of everybody: whoever may have opened the app is written to. */
const isReachable: SQL = sql`${ownerId} is not null and ${abonents.hasLoggedIn} is not false`;
const owner = and(eq(abonents.companyId, accounts.companyId), eq(abonents.rosdomofonId, ownerId));

/** Each person once, in the order of RosDomofon's ids, behind one. */
export async function listRecipients(
  { search, companyId }: CompanyReader,
  { filter, after, limit }: { filter: RecipientFilter; after: bigint; limit: number },
): Promise<RecipientRow[]> {
  const rows = await search
    .select({ id: ownerId, accountNumber: sql<string | null>`min(${accounts.number})` })
    .from(accounts)
    .leftJoin(abonents, owner)
    .where(and(recipientCondition(companyId, filter), isReachable, sql`${ownerId} > ${after}`))
    .groupBy(ownerId)
    .orderBy(asc(ownerId))
    .limit(limit);
  return rows.flatMap(({ id, accountNumber }) =>
    id === null ? [] : [{ abonentRosdomofonId: id, accountNumber }],
  );
}

export async function countRecipients(
  { search, companyId }: CompanyReader,
  { filter }: { filter: RecipientFilter },
): Promise<RecipientCounts> {
  const persons = sql<number>`count(distinct ${ownerId}) filter (where ${isReachable})::int`;
  const [row] = await search
    .select({
      recipients: persons,
      withoutOwner: sql<number>`count(*) filter (where ${ownerId} is null)::int`,
      neverLoggedIn: sql<number>`count(distinct ${ownerId}) filter (where ${abonents.hasLoggedIn} is false)::int`,
      samePerson: sql<number>`(count(*) filter (where ${isReachable}) - count(distinct ${ownerId}) filter (where ${isReachable}))::int`,
    })
    .from(accounts)
    .leftJoin(abonents, owner)
    .where(recipientCondition(companyId, filter));
  return row ?? { recipients: 0, withoutOwner: 0, neverLoggedIn: 0, samePerson: 0 };
}
