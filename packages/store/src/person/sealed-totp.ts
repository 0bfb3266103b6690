import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import type { Executor, Tx } from '../db.ts';
import { users } from '../schema/person.ts';

export interface SealedTotp {
  readonly id: bigint;
  readonly totpSecret: Uint8Array | null;
}

const columns = { id: users.id, totpSecret: users.totpSecret };

/** The next people with a second factor, by id. */
export const listSealedTotp = (
  db: Executor,
  { afterId, limit }: { afterId: bigint; limit: number },
): Promise<SealedTotp[]> =>
  db
    .select(columns)
    .from(users)
    .where(and(gt(users.id, afterId), isNotNull(users.totpSecret)))
    .orderBy(asc(users.id))
    .limit(limit);

/** The same secret under another key. */
export async function reseal(
  tx: Tx,
  id: bigint,
  work: (sealed: Uint8Array) => Uint8Array | null,
): Promise<boolean> {
  const [row] = await tx.select(columns).from(users).where(eq(users.id, id)).for('no key update');
  const again = row?.totpSecret ? work(row.totpSecret) : null;
  if (again === null) return false;
  await tx.update(users).set({ totpSecret: again }).where(eq(users.id, id));
  return true;
}
