import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { abonents } from '../schema/abonent.ts';
import { conversations, messages } from '../schema/conversation.ts';

/** A message that begins here, with all that its sending takes. */
export interface MessageToSend
  extends Pick<
    typeof messages.$inferSelect,
    'id' | 'conversationId' | 'state' | 'text' | 'sentAt' | 'author' | 'isOutcomeUnknown'
  > {
  readonly abonentRosdomofonId: bigint;
  readonly channel: string;
  /** Null: no event told it. */
  readonly phone: string | null;
}

/** Null: the company has no such message. */
export async function loadMessageToSend(
  db: Executor,
  { companyId, messageId }: { companyId: bigint; messageId: bigint },
): Promise<MessageToSend | null> {
  const [row] = await db
    .select({
      id: messages.id,
      conversationId: messages.conversationId,
      state: messages.state,
      text: messages.text,
      sentAt: messages.sentAt,
      author: messages.author,
      isOutcomeUnknown: messages.isOutcomeUnknown,
      abonentRosdomofonId: conversations.abonentRosdomofonId,
      channel: conversations.channel,
      phone: abonents.phone,
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .leftJoin(
      abonents,
      and(
        eq(abonents.companyId, companyId),
        eq(abonents.rosdomofonId, sql`${conversations.abonentRosdomofonId}`),
      ),
    )
    .where(and(eq(messages.id, messageId), eq(messages.companyId, companyId), eq(messages.direction, 'out')));
  return row ?? null;
}

/**
 * How many messages with this text the abonent was told since then, by what the hub knows: from here, and by others
 * through the topic. In one conversation; by messages_page.
 */
export async function countToldSince(
  db: Executor,
  { conversationId, text, since }: { conversationId: bigint; text: string; since: Date },
): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.direction, 'out'),
        eq(messages.state, 'sent'),
        eq(messages.text, text),
        sql`${messages.sentAt} >= ${since.toISOString()}`,
      ),
    );
  return row?.count ?? 0;
}
