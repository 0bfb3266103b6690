import { and, eq } from 'drizzle-orm';
import type { Executor, Tx } from '../../db.ts';
import { signUps } from '../../schema/sign-up.ts';
import { ownSignUps, type SignUpRow } from '../sign-up-filter.ts';

interface Asked {
  readonly companyId: bigint;
  readonly signUpId: bigint;
}

const asked = ({ companyId, signUpId }: Asked) =>
  and(eq(signUps.id, signUpId), eq(signUps.companyId, companyId), ownSignUps);

/** As it is, for whoever works on it. */
export async function findSignUp(db: Executor, given: Asked): Promise<SignUpRow | null> {
  const [row] = await db.select().from(signUps).where(asked(given));
  return row ?? null;
}

/** As it is and stays until the transaction ends: who decides about a sign-up does so alone. */
export async function lockSignUp(tx: Tx, given: Asked): Promise<SignUpRow | null> {
  const [row] = await tx.select().from(signUps).where(asked(given)).for('no key update');
  return row ?? null;
}
