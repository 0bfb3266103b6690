import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { messagingPolicies } from '../schema/messaging-policy.ts';

export type MessagingPolicyRow = typeof messagingPolicies.$inferSelect;

/** Null: the company has never said anything about it. */
export async function loadMessagingPolicy(
  db: Executor,
  companyId: bigint,
): Promise<MessagingPolicyRow | null> {
  const [row] = await db.select().from(messagingPolicies).where(eq(messagingPolicies.companyId, companyId));
  return row ?? null;
}

/** The version that is there now; null: it is another one than expected (0: there is none yet). */
export async function saveMessagingPolicy(
  db: Executor,
  given: Pick<MessagingPolicyRow, 'companyId' | 'sendBy' | 'autoReplies' | 'updatedBy'> & {
    readonly expectedVersion: number;
  },
): Promise<number | null> {
  const { companyId, expectedVersion, ...told } = given;
  if (expectedVersion === 0) {
    const [made] = await db
      .insert(messagingPolicies)
      .values({ companyId, ...told })
      .onConflictDoNothing()
      .returning({ version: messagingPolicies.version });
    return made?.version ?? null;
  }
  const [row] = await db
    .update(messagingPolicies)
    .set({ ...told, version: sql`${messagingPolicies.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(messagingPolicies.companyId, companyId), eq(messagingPolicies.version, expectedVersion)))
    .returning({ version: messagingPolicies.version });
  return row?.version ?? null;
}
