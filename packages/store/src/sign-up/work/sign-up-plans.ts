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

/** A decision is held from now on, by the database's clock, with what taking it back brings back. */
export async function holdDecision(
  tx: Tx,
  { id }: Pick<SignUpRow, 'id'>,
  { holdMs, before }: { readonly holdMs: number; readonly before: unknown },
): Promise<void> {
  await tx
    .update(signUpPlans)
    .set({ heldUntil: sql`now() + ${holdMs} * interval '1 ms'`, beforeDecision: before })
    .where(eq(signUpPlans.signUpId, id));
}

/** How long its last decision may still be taken back, by the database's clock; 0: it is carried out. */
export async function heldForMs(db: Executor, signUpId: bigint): Promise<number> {
  const [row] = await db
    .select({
      forMs: sql<number>`greatest(0, ceil(extract(epoch from ${signUpPlans.heldUntil} - now()) * 1000))::int`,
    })
    .from(signUpPlans)
    .where(eq(signUpPlans.signUpId, signUpId));
  return row?.forMs ?? 0;
}
