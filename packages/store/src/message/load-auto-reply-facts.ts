import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { conversations, messages } from '../schema/conversation.ts';

type Columns = Pick<
  typeof messages.$inferSelect,
  'id' | 'direction' | 'state' | 'text' | 'author' | 'sentAt'
>;

/** What was said around a message of an abonent. */
export interface AutoReplyFacts {
  readonly channel: string;
  readonly message: Columns;
  /** Up to and without the message, newest first; at most 50. */
  readonly before: readonly Columns[];
  /** What the hub itself sent in the last two days, newest first. */
  readonly own: readonly Columns[];
  /** By the database's clock. */
  readonly now: Date;
}

const columns = {
  id: messages.id,
  direction: messages.direction,
  state: messages.state,
  text: messages.text,
  author: messages.author,
  sentAt: messages.sentAt,
};

const FEW = 50;

/** Null: the company has no such message. By messages_page and messages_own. */
export async function loadAutoReplyFacts(
  db: Executor,
  given: { companyId: bigint; conversationId: bigint; messageId: bigint },
): Promise<AutoReplyFacts | null> {
  const { companyId, conversationId, messageId } = given;
  const ofConversation = eq(messages.conversationId, conversationId);
  const [found] = await db
    .select({ ...columns, channel: conversations.channel, now: sql<string>`clock_timestamp()` })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(and(eq(messages.id, messageId), ofConversation, eq(messages.companyId, companyId)));
  if (found === undefined) return null;
  const before = await db
    .select(columns)
    .from(messages)
    .where(and(ofConversation, lt(messages.id, messageId)))
    .orderBy(desc(messages.id))
    .limit(FEW);
  const own = await db
    .select(columns)
    .from(messages)
    .where(
      and(
        ofConversation,
        sql`${messages.author} is not null`,
        sql`${messages.sentAt} > now() - interval '2 days'`,
      ),
    )
    .orderBy(desc(messages.sentAt));
  const { channel, now, ...message } = found;
  return { channel, message, before, own, now: new Date(now) };
}
