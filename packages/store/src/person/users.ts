import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Executor, Tx } from '../db.ts';
import { users } from '../schema/person.ts';

export type UserRow = typeof users.$inferSelect;

/** Null: somebody has this e-mail already. */
export async function insertUser(
  db: Executor,
  given: Pick<UserRow, 'publicId' | 'email' | 'name'> & { readonly passwordHash: string | null },
): Promise<UserRow | null> {
  const [row] = await db
    .insert(users)
    .values({ ...given, ...(given.passwordHash === null ? {} : { passwordChangedAt: sql`now()` }) })
    .onConflictDoNothing({ target: users.email })
    .returning();
  return row ?? null;
}

export async function findUserByEmail(db: Executor, email: string): Promise<UserRow | null> {
  const [row] = await db.select().from(users).where(eq(users.email, email));
  return row ?? null;
}

export async function findUser(db: Executor, id: bigint): Promise<UserRow | null> {
  const [row] = await db.select().from(users).where(eq(users.id, id));
  return row ?? null;
}

/** Nobody else changes how the person signs in until the transaction ends. */
export async function lockUser(tx: Tx, id: bigint): Promise<UserRow | null> {
  const [row] = await tx.select().from(users).where(eq(users.id, id)).for('no key update');
  return row ?? null;
}

export async function setPasswordHash(db: Executor, id: bigint, passwordHash: string): Promise<void> {
  await db.update(users).set({ passwordHash, passwordChangedAt: sql`now()` }).where(eq(users.id, id));
}

/** `totpConfirmedAt` is set when the person has shown a code. */
export async function setSecondFactor(
  db: Executor,
  id: bigint,
  set: Partial<Pick<UserRow, 'totpSecret' | 'recoveryCodes' | 'totpLastStep'>> & {
    readonly isConfirmed: boolean;
  },
): Promise<void> {
  const { isConfirmed, ...columns } = set;
  await db
    .update(users)
    .set({ ...columns, totpConfirmedAt: isConfirmed ? sql`now()` : null })
    .where(eq(users.id, id));
}

/** Each code is good for once. False: it, or a later one, was used. */
export async function useTotpStep(db: Executor, id: bigint, step: number): Promise<boolean> {
  const used = await db
    .update(users)
    .set({ totpLastStep: step })
    .where(and(eq(users.id, id), or(isNull(users.totpLastStep), lt(users.totpLastStep, step))))
    .returning({ id: users.id });
  return used.length > 0;
}

/** False: it is none of theirs, or was used. */
export async function useRecoveryCode(db: Executor, id: bigint, codeHash: string): Promise<boolean> {
  const used = await db
    .update(users)
    .set({ recoveryCodes: sql`array_remove(${users.recoveryCodes}, ${codeHash})` })
    .where(and(eq(users.id, id), sql`${codeHash} = any(${users.recoveryCodes})`))
    .returning({ id: users.id });
  return used.length > 0;
}

/** In no order. */
export const loadUsersByPublicId = (
  db: Executor,
  publicIds: readonly string[],
): Promise<Pick<UserRow, 'id' | 'publicId' | 'name'>[]> =>
  db
    .select({ id: users.id, publicId: users.publicId, name: users.name })
    .from(users)
    .where(inArray(users.publicId, [...publicIds]));
