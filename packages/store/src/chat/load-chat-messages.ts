import { and, asc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { abonents } from '../schema/abonent.ts';
import { conversations, messages } from '../schema/conversation.ts';

/** A message with whose conversation it is. */
export interface ChatMessage
  extends Pick<
    typeof messages.$inferSelect,
    'id' | 'conversationId' | 'direction' | 'state' | 'text' | 'sentAt' | 'author' | 'authorName'
  > {
  readonly abonentRosdomofonId: bigint;
  readonly channel: string;
  /** 11 digits; null: no event told it. */
  readonly phone: string | null;
}

/** By id; ids that the company has not are left out. */
export const loadChatMessages = (
  db: Executor,
  { companyId, ids }: { companyId: bigint; ids: readonly bigint[] },
): Promise<ChatMessage[]> =>
  db
    .select({
      id: messages.id,
      conversationId: messages.conversationId,
      direction: messages.direction,
      state: messages.state,
      text: messages.text,
      sentAt: messages.sentAt,
      author: messages.author,
      authorName: messages.authorName,
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
    .where(and(sql`${messages.id} = any(${bigintArray(ids)})`, eq(messages.companyId, companyId)))
    .orderBy(asc(messages.id));
