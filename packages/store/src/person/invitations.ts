import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { Executor, Tx } from '../db.ts';
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
import { rowsByKey } from '../page/rows-by-key.ts';
import { companies } from '../schema/company.ts';
import { invitations, users } from '../schema/person.ts';

type Row = typeof invitations.$inferSelect;
/** Without what its link is believed by. */
export type InvitationRow = Omit<Row, 'tokenHash'>;

const columns = {
  id: invitations.id,
  companyId: invitations.companyId,
  email: invitations.email,
  role: invitations.role,
  createdBy: invitations.createdBy,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
  acceptedAt: invitations.acceptedAt,
  withdrawnAt: invitations.withdrawnAt,
};

const isOpen = (): SQL => and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)) ?? sql`false`;
const isGood = (): SQL => and(isOpen(), sql`${invitations.expiresAt} > now()`) ?? sql`false`;

/** An open one for the same address is withdrawn: the newest link alone works. */
export async function insertInvitation(
  tx: Tx,
  given: Pick<Row, 'companyId' | 'email' | 'role' | 'tokenHash' | 'createdBy'> & {
    readonly lifetimeMs: number;
  },
): Promise<InvitationRow> {
  const { lifetimeMs, ...values } = given;
  await tx
    .update(invitations)
    .set({ withdrawnAt: sql`now()` })
    .where(and(eq(invitations.companyId, given.companyId), eq(invitations.email, given.email), isOpen()));
  const [row] = await tx
    .insert(invitations)
    .values({ ...values, expiresAt: sql`now() + ${lifetimeMs} * interval '1 millisecond'` })
    .returning(columns);
  if (row === undefined) throw new TypeError('an insert returns its row');
  return row;
}

/** One that may be accepted now; nobody else accepts it until the transaction ends. */
export async function lockInvitation(tx: Tx, tokenHash: string): Promise<InvitationRow | null> {
  const [row] = await tx
    .select(columns)
    .from(invitations)
    .where(and(eq(invitations.tokenHash, tokenHash), isGood()))
    .for('update');
  return row ?? null;
}

/** The same without a lock, for whoever only looks. */
export async function findInvitation(db: Executor, tokenHash: string): Promise<InvitationRow | null> {
  const [row] = await db
    .select(columns)
    .from(invitations)
    .where(and(eq(invitations.tokenHash, tokenHash), isGood()));
  return row ?? null;
}

export interface InvitationToRead extends Pick<Row, 'email' | 'role' | 'acceptedAt' | 'withdrawnAt'> {
  readonly company: { readonly shortName: string; readonly name: string };
  readonly hasExpired: boolean;
  /** Whether the e-mail is somebody's already, in whatever company. */
  readonly isPersonKnown: boolean;
}

/** For whoever has its link, also when it is over; null: there never was one. */
export async function readInvitation(db: Executor, tokenHash: string): Promise<InvitationToRead | null> {
  const [row] = await db
    .select({
      email: invitations.email,
      role: invitations.role,
      acceptedAt: invitations.acceptedAt,
      withdrawnAt: invitations.withdrawnAt,
      company: { shortName: companies.shortName, name: companies.name },
      hasExpired: sql<boolean>`${invitations.expiresAt} <= now()`,
      isPersonKnown: sql<boolean>`${users.id} is not null`,
    })
    .from(invitations)
    .innerJoin(companies, eq(companies.id, invitations.companyId))
    .leftJoin(users, eq(users.email, invitations.email))
    .where(eq(invitations.tokenHash, tokenHash));
  return row ?? null;
}

/** All that may be accepted by whoever has proven this e-mail, in any company; locked likewise. */
export const lockInvitationsOf = (tx: Tx, email: string): Promise<InvitationRow[]> =>
  tx
    .select(columns)
    .from(invitations)
    .where(and(eq(invitations.email, email), isGood()))
    .orderBy(asc(invitations.id))
    .for('update');

export async function settleInvitation(db: Executor, id: bigint): Promise<void> {
  await db.update(invitations).set({ acceptedAt: sql`now()` }).where(eq(invitations.id, id));
}

/** Null: the company has no such one that is still open. */
export async function withdrawInvitation(
  db: Executor,
  { id, companyId }: Pick<Row, 'id' | 'companyId'>,
): Promise<InvitationRow | null> {
  const [row] = await db
    .update(invitations)
    .set({ withdrawnAt: sql`now()` })
    .where(and(eq(invitations.id, id), eq(invitations.companyId, companyId), isOpen()))
    .returning(columns);
  return row ?? null;
}

const keyset: Keyset = { columns: [invitations.id], order: 'desc' };
const openOf = (companyId: bigint) => and(eq(invitations.companyId, companyId), isGood()) ?? sql`false`;

/** Those that may still be accepted, newest first. */
export async function listInvitations(
  { db, companyId }: CompanyReader,
  { page }: { page: KeysetPage },
): Promise<Page<InvitationRow & { key: string }>> {
  const read = await db
    .select({ ...columns, key: keyOf(keyset) })
    .from(invitations)
    .where(keysetWhere(invitations.id, keyset, [openOf(companyId)], page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countInvitations = (
  { db, companyId }: CompanyReader,
  { limit }: { limit: number },
): Promise<number> => countUpTo(db, invitations, openOf(companyId), limit);

/** In no order, also those that are over; ids that the company has not are left out. */
export const loadInvitations = (
  { db, companyId }: CompanyReader,
  ids: readonly bigint[],
): Promise<InvitationRow[]> =>
  db
    .select(columns)
    .from(invitations)
    .where(rowsByKey({ column: invitations.id, company: invitations.companyId }, ids, companyId));
