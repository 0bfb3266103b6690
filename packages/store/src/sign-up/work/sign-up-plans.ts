import { eq, sql } from 'drizzle-orm';
import type { CompanyReader } from '../../company/company-reader.ts';
import type { Executor, Tx } from '../../db.ts';
import { rowsByKey } from '../../page/rows-by-key.ts';
import { signUpPlans } from '../../schema/sign-up-work.ts';
import type { SignUpRow } from '../sign-up-filter.ts';

export type SignUpPlanRow = typeof signUpPlans.$inferSelect;
export type SignUpPlanChanges = Partial<Omit<SignUpPlanRow, 'signUpId' | 'companyId' | 'updatedAt'>>;

/** In no order; of sign-ups that nobody has looked at there is none. */
export const loadSignUpPlans = (
  { db, companyId }: CompanyReader,
  signUpIds: readonly bigint[],
): Promise<SignUpPlanRow[]> =>
  db
    .select()
    .from(signUpPlans)
    .where(rowsByKey({ column: signUpPlans.signUpId, company: signUpPlans.companyId }, signUpIds, companyId));

export async function findSignUpPlan(db: Executor, signUpId: bigint): Promise<SignUpPlanRow | null> {
  const [row] = await db.select().from(signUpPlans).where(eq(signUpPlans.signUpId, signUpId));
  return row ?? null;
}

/** What is given becomes so; the rest stays. */
export async function saveSignUpPlan(
  tx: Tx,
  { id, companyId }: Pick<SignUpRow, 'id' | 'companyId'>,
  changed: SignUpPlanChanges,
): Promise<SignUpPlanRow> {
  const [row] = await tx
    .insert(signUpPlans)
    .values({ signUpId: id, companyId, ...changed })
    .onConflictDoUpdate({ target: signUpPlans.signUpId, set: { ...changed, updatedAt: sql`now()` } })
    .returning();
  if (row === undefined) throw new TypeError('an upsert returns its row');
  return row;
}
