import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Executor } from '../../db.ts';
import { inboxEvents } from '../../schema/inbox.ts';
import { signUpEvents } from '../../schema/sign-up.ts';

/** The newest event that told of a sign-up, as it came; null when the inbox has none any more. */
export async function findToldPayload(db: Executor, signUpId: bigint): Promise<string | null> {
  const [row] = await db
    .select({ payload: inboxEvents.payload })
    .from(signUpEvents)
    .innerJoin(
      inboxEvents,
      and(
        eq(inboxEvents.sourceId, signUpEvents.sourceId),
        eq(inboxEvents.partition, signUpEvents.partition),
        eq(inboxEvents.offset, signUpEvents.offset),
      ),
    )
    .where(and(eq(signUpEvents.signUpId, signUpId), isNotNull(signUpEvents.sourceId)))
    .orderBy(desc(signUpEvents.occurredAt), desc(signUpEvents.offset))
    .limit(1);
  return row?.payload ?? null;
}
