import { and, eq } from 'drizzle-orm';
import type { Tx } from '../db.ts';
import { type Runner, runOn } from '../open/run-on.ts';
import { conversations } from '../schema/conversation.ts';
import type { ConversationRow } from './conversation-filter.ts';

/** Until the transaction ends nobody else changes it or queues a message in it. Null: the company has no such one. */
export async function lockConversation(
  tx: Tx,
  { companyId, conversationId }: { companyId: bigint; conversationId: bigint },
): Promise<ConversationRow | null> {
  const [row] = await tx
    .select()
    .from(conversations)
    .where(and(eq(conversations.id, conversationId), eq(conversations.companyId, companyId)))
    .for('no key update');
  return row ?? null;
}

/** One that begins here waits for the abonent, as one that begins with an answer by any other program does. */
const ENSURE = `/* ensure_conversation */
with made as (
  insert into conversations (company_id, abonent_rosdomofon_id, channel, state, last_message_at)
  values ($1::bigint, $2::bigint, $3::text, 'pending', now())
  on conflict do nothing returning id
), told as (
  insert into changes (company_id, entity, entity_id, op) select $1::bigint, 'conversation', id, 'added' from made
)
select id::text from made`;

/** The company's conversation with an abonent on a channel, locked; made when there is none. */
export async function ensureConversation(
  tx: Tx,
  given: { companyId: bigint; abonentRosdomofonId: bigint; channel: string },
): Promise<ConversationRow> {
  const { companyId, abonentRosdomofonId, channel } = given;
  const runner: Runner = tx;
  await runOn(runner, ENSURE, [companyId, abonentRosdomofonId, channel]);
  const [row] = await tx
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.companyId, companyId),
        eq(conversations.abonentRosdomofonId, abonentRosdomofonId),
        eq(conversations.channel, channel),
      ),
    )
    .for('no key update');
  if (row === undefined) throw new TypeError('it was made, or was there');
  return row;
}
