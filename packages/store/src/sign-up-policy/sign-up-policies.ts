import { and, eq, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { Executor, Tx } from '../db.ts';
import { companies } from '../schema/company.ts';
import { signUpPolicies } from '../schema/sign-up-work.ts';

export type SignUpPolicyRow = typeof signUpPolicies.$inferSelect;
type NewPolicy = Pick<SignUpPolicyRow, 'companyId' | 'mode' | 'startsAt' | 'rules' | 'updatedBy'>;

/** Null: the company has not said anything. */
export async function findSignUpPolicy(db: Executor, companyId: bigint): Promise<SignUpPolicyRow | null> {
  const [row] = await db.select().from(signUpPolicies).where(eq(signUpPolicies.companyId, companyId));
  return row ?? null;
}

export const loadSignUpPolicy = ({ db, companyId }: CompanyReader): Promise<SignUpPolicyRow | null> =>
  findSignUpPolicy(db, companyId);

/** The first policy of a company. Null: it has one already. */
export async function insertSignUpPolicy(tx: Tx, given: NewPolicy): Promise<SignUpPolicyRow | null> {
  const [row] = await tx.insert(signUpPolicies).values(given).onConflictDoNothing().returning();
  return row ?? null;
}

/** Null: the policy is not of that version any more. */
export async function updateSignUpPolicy(
  tx: Tx,
  { companyId, ...changed }: NewPolicy,
  expectedVersion: number,
): Promise<SignUpPolicyRow | null> {
  const [row] = await tx
    .update(signUpPolicies)
    .set({ ...changed, updatedAt: sql`now()`, version: sql`${signUpPolicies.version} + 1` })
    .where(and(eq(signUpPolicies.companyId, companyId), eq(signUpPolicies.version, expectedVersion)))
    .returning();
  return row ?? null;
}

/** From when on sign-ups are worked on where no policy says it: since the hub knows the company. */
export async function companySince(db: Executor, companyId: bigint): Promise<Date | null> {
  const [row] = await db
    .select({ since: companies.createdAt })
    .from(companies)
    .where(eq(companies.id, companyId));
  return row?.since ?? null;
}
