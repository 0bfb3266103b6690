import { and, eq, gt, sql } from 'drizzle-orm';
import type { Tx } from '../db.ts';
import { changes } from '../schema/change.ts';
import { conversations, messages } from '../schema/conversation.ts';
import type { ConversationRow } from './conversation-filter.ts';

/** Of a conversation that the caller holds (lockConversation). Who moves its state takes it up: it is not set aside any more. */
export async function changeConversation(
  tx: Tx,
  { id, companyId }: Pick<ConversationRow, 'id' | 'companyId'>,
  changed: Partial<Pick<ConversationRow, 'state' | 'assignee' | 'unread' | 'snoozedUntil' | 'snoozedBy'>>,
): Promise<ConversationRow> {
  const [row] = await tx
    .update(conversations)
    .set(changed.state === undefined ? changed : { ...changed, snoozedUntil: null, snoozedBy: null })
    .where(and(eq(conversations.id, id), eq(conversations.companyId, companyId)))
    .returning();
  if (row === undefined) throw new TypeError('it is locked, so it is there');
  await tellConversation(tx, row);
  return row;
}

/** Something about it changed: for the feed. */
export async function tellConversation(
  tx: Tx,
  { id, companyId }: Pick<ConversationRow, 'id' | 'companyId'>,
): Promise<void> {
  await tx.insert(changes).values({ companyId, entity: 'conversation', entityId: id, op: 'changed' });
}

/** Messages of the abonent behind this one; with the conversation locked, as the intake counts them. */
export async function countIncomingAfter(
  tx: Tx,
  { conversationId, messageId }: { conversationId: bigint; messageId: bigint },
): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        gt(messages.id, messageId),
        eq(messages.direction, 'in'),
      ),
    );
  return row?.count ?? 0;
}
