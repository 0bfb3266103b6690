import { and, asc, eq, sql } from 'drizzle-orm';
import type { CompanyReader } from '../../company/company-reader.ts';
import type { Executor, Tx } from '../../db.ts';
import { rowsByKey } from '../../page/rows-by-key.ts';
import { signUpSteps } from '../../schema/sign-up-work.ts';
import type { SignUpRow } from '../sign-up-filter.ts';

export type SignUpStepRow = typeof signUpSteps.$inferSelect;
export type SignUpStep = SignUpStepRow['step'];

/** Those that were begun, in the order in which they were. */
export const loadSignUpSteps = (
  { db, companyId }: CompanyReader,
  signUpIds: readonly bigint[],
): Promise<SignUpStepRow[]> =>
  db
    .select()
    .from(signUpSteps)
    .where(rowsByKey({ column: signUpSteps.signUpId, company: signUpSteps.companyId }, signUpIds, companyId))
    .orderBy(asc(signUpSteps.startedAt));

export const listStepsOf = (db: Executor, signUpId: bigint): Promise<SignUpStepRow[]> =>
  db.select().from(signUpSteps).where(eq(signUpSteps.signUpId, signUpId));

/** A step begins, for the first time or once more. */
export async function beginSignUpStep(
  tx: Tx,
  { id, companyId }: Pick<SignUpRow, 'id' | 'companyId'>,
  { step, deliveryId }: Pick<SignUpStepRow, 'step' | 'deliveryId'>,
): Promise<void> {
  const begun = { state: 'waiting', deliveryId, errorCode: null, settledAt: null } as const;
  await tx
    .insert(signUpSteps)
    .values({ signUpId: id, companyId, step, ...begun })
    .onConflictDoUpdate({
      target: [signUpSteps.signUpId, signUpSteps.step],
      set: { ...begun, startedAt: sql`now()` },
    });
}

/** The same step goes on in another delivery. */
export async function passOnSignUpStep(
  tx: Tx,
  { id }: Pick<SignUpRow, 'id'>,
  { step, deliveryId }: Pick<SignUpStepRow, 'step' | 'deliveryId'>,
): Promise<void> {
  await tx
    .update(signUpSteps)
    .set({ deliveryId })
    .where(and(eq(signUpSteps.signUpId, id), eq(signUpSteps.step, step), eq(signUpSteps.state, 'waiting')));
}

export async function settleSignUpStep(
  tx: Tx,
  { id }: Pick<SignUpRow, 'id'>,
  given: Pick<SignUpStepRow, 'step' | 'state' | 'errorCode' | 'result'>,
): Promise<void> {
  const { step, ...settled } = given;
  await tx
    .update(signUpSteps)
    .set({ ...settled, settledAt: sql`now()` })
    .where(and(eq(signUpSteps.signUpId, id), eq(signUpSteps.step, step)));
}

/** The steps as they were before a decision that is taken back. */
export async function restoreSignUpSteps(
  tx: Tx,
  { id }: Pick<SignUpRow, 'id'>,
  steps: readonly SignUpStepRow[],
): Promise<void> {
  await tx.delete(signUpSteps).where(eq(signUpSteps.signUpId, id));
  if (steps.length > 0) await tx.insert(signUpSteps).values([...steps]);
}
