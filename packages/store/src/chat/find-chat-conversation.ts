import { and, asc, desc, eq, gte, ne, sql } from 'drizzle-orm';
import type { ConversationRow } from '../conversation/conversation-filter.ts';
import type { Tx } from '../db.ts';
import { conversations, messages } from '../schema/conversation.ts';

/**
 * The conversation that an answer to an abonent belongs to: the one in which most recently something was said, the
 * support channel before others. Locked. Null: nobody ever wrote.
 */
export async function lockConversationOfAbonent(
  tx: Tx,
  { companyId, abonentRosdomofonId }: { companyId: bigint; abonentRosdomofonId: bigint },
): Promise<ConversationRow | null> {
  const [row] = await tx
    .select()
    .from(conversations)
    .where(
      and(eq(conversations.companyId, companyId), eq(conversations.abonentRosdomofonId, abonentRosdomofonId)),
    )
    .orderBy(desc(sql`${conversations.channel} = 'support'`), desc(conversations.lastMessageAt))
    .limit(1)
    .for('no key update');
  return row ?? null;
}

/** The conversations of an abonent that somebody has still to do with, of every channel. Locked. */
export const lockOpenConversations = (
  tx: Tx,
  { companyId, abonentRosdomofonId }: { companyId: bigint; abonentRosdomofonId: bigint },
): Promise<ConversationRow[]> =>
  tx
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.companyId, companyId),
        eq(conversations.abonentRosdomofonId, abonentRosdomofonId),
        ne(conversations.state, 'resolved'),
      ),
    )
    .orderBy(asc(conversations.id))
    .for('no key update');

/** Has the abonent written since then? With the conversation locked, so that nothing comes in meanwhile. */
export async function hasIncomingSince(
  tx: Tx,
  { conversationId, since }: { conversationId: bigint; since: Date },
): Promise<boolean> {
  const [row] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.direction, 'in'),
        gte(messages.sentAt, since),
      ),
    )
    .limit(1);
  return row !== undefined;
}
