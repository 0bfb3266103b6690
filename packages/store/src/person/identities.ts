import { and, eq } from 'drizzle-orm';
import type { Executor, Tx } from '../db.ts';
import { personIdentities, users } from '../schema/person.ts';
import type { UserRow } from './users.ts';

/** Whom an identity provider means: `iss` and `sub` of its tokens. */
export type PersonIdentity = Pick<typeof personIdentities.$inferSelect, 'issuer' | 'subject'>;

/** Until the transaction ends nobody takes the identity away: what is done in its name is there for whoever does. */
export async function findUserByIdentity(
  tx: Tx,
  { issuer, subject }: PersonIdentity,
): Promise<UserRow | null> {
  const [row] = await tx
    .select({ user: users })
    .from(personIdentities)
    .innerJoin(users, eq(users.id, personIdentities.userId))
    .where(and(eq(personIdentities.issuer, issuer), eq(personIdentities.subject, subject)))
    .for('share', { of: personIdentities });
  return row?.user ?? null;
}

/** False: the identity is somebody's already, or the person has another one of this provider. */
export async function insertPersonIdentity(
  db: Executor,
  { issuer, subject, userId }: PersonIdentity & { readonly userId: bigint },
): Promise<boolean> {
  const made = await db
    .insert(personIdentities)
    .values({ issuer, subject, userId })
    .onConflictDoNothing()
    .returning({ userId: personIdentities.userId });
  return made.length > 0;
}

/** All that the person has. By which issuers. */
export async function removePersonIdentities(db: Executor, userId: bigint): Promise<string[]> {
  const removed = await db
    .delete(personIdentities)
    .where(eq(personIdentities.userId, userId))
    .returning({ issuer: personIdentities.issuer });
  return removed.map(({ issuer }) => issuer).toSorted();
}
