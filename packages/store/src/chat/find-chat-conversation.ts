import { and, desc, eq, sql } from 'drizzle-orm';
import type { ConversationRow } from '../conversation/conversation-filter.ts';
import type { Tx } from '../db.ts';
import { conversations } from '../schema/conversation.ts';

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
