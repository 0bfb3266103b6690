import { and, asc, eq, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { Executor, Tx } from '../db.ts';
import { bigintArray } from '../page/bigint-array.ts';
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
import { companies } from '../schema/company.ts';
import { memberships, users } from '../schema/person.ts';

type Row = typeof memberships.$inferSelect;
export type StaffRole = Row['role'];

/** A person in a company. */
export interface StaffRow {
  readonly userId: bigint;
  readonly publicId: string;
  readonly companyId: bigint;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly hasSecondFactor: boolean;
  readonly createdAt: Date;
  readonly createdBy: string;
}

const columns = {
  userId: memberships.userId,
  publicId: users.publicId,
  companyId: memberships.companyId,
  name: users.name,
  email: users.email,
  role: memberships.role,
  hasSecondFactor: sql<boolean>`${users.totpConfirmedAt} is not null`,
  createdAt: memberships.createdAt,
  createdBy: memberships.createdBy,
};

const keyset: Keyset = { columns: [memberships.userId], order: 'asc' };

/** Those who came first are first. */
export async function listStaff(
  { db, companyId }: CompanyReader,
  { page }: { page: KeysetPage },
): Promise<Page<StaffRow & { key: string }>> {
  const read = await db
    .select({ ...columns, key: keyOf(keyset) })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(keysetWhere(memberships.userId, keyset, [eq(memberships.companyId, companyId)], page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countStaff = ({ db, companyId }: CompanyReader, { limit }: { limit: number }): Promise<number> =>
  countUpTo(db, memberships, eq(memberships.companyId, companyId), limit);

/** In no order; people whom the company has not are left out. */
export const loadStaff = (
  { db, companyId }: CompanyReader,
  userIds: readonly bigint[],
): Promise<StaffRow[]> =>
  db
    .select(columns)
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(eq(memberships.companyId, companyId), sql`${memberships.userId} = any(${bigintArray(userIds)})`),
    );

export interface MembershipOfUser {
  readonly companyId: bigint;
  readonly shortName: string;
  readonly name: string;
  readonly role: StaffRole;
}

/** The companies that a person belongs to, by name. */
export const listMembershipsOfUser = (db: Executor, userId: bigint): Promise<MembershipOfUser[]> =>
  db
    .select({
      companyId: memberships.companyId,
      shortName: companies.shortName,
      name: companies.name,
      role: memberships.role,
    })
    .from(memberships)
    .innerJoin(companies, eq(companies.id, memberships.companyId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(companies.shortName));

/** Of the whole company: who is its last owner is decided by one person at a time. */
export const lockMemberships = (tx: Tx, companyId: bigint): Promise<Pick<Row, 'userId' | 'role'>[]> =>
  tx
    .select({ userId: memberships.userId, role: memberships.role })
    .from(memberships)
    .where(eq(memberships.companyId, companyId))
    .orderBy(asc(memberships.userId))
    .for('update');

/** False: the person belongs to the company already. */
export async function insertMembership(
  db: Executor,
  given: Pick<Row, 'companyId' | 'userId' | 'role' | 'createdBy'>,
): Promise<boolean> {
  const made = await db
    .insert(memberships)
    .values(given)
    .onConflictDoNothing()
    .returning({ userId: memberships.userId });
  return made.length > 0;
}

const one = ({ companyId, userId }: Pick<Row, 'companyId' | 'userId'>) =>
  and(eq(memberships.companyId, companyId), eq(memberships.userId, userId));

export async function setMembershipRole(
  db: Executor,
  of: Pick<Row, 'companyId' | 'userId'>,
  role: StaffRole,
): Promise<void> {
  await db.update(memberships).set({ role }).where(one(of));
}

export async function deleteMembership(db: Executor, of: Pick<Row, 'companyId' | 'userId'>): Promise<void> {
  await db.delete(memberships).where(one(of));
}
