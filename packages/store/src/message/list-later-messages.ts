import { and, asc, eq, gt } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { messages } from '../schema/conversation.ts';

/** Ids of what the abonent wrote behind a message: what somebody who saw only that one does not know. */
export async function listLaterIncoming(
  db: Executor,
  given: { conversationId: bigint; messageId: bigint; limit: number },
): Promise<bigint[]> {
  const rows = await db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, given.conversationId),
        gt(messages.id, given.messageId),
        eq(messages.direction, 'in'),
      ),
    )
    .orderBy(asc(messages.id))
    .limit(given.limit);
  return rows.map(({ id }) => id);
}
