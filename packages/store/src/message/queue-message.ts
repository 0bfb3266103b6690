import { type Runner, runOn } from '../open/run-on.ts';

/** The id of a message that is about to be queued: its delivery, which names it, comes first. */
export async function nextMessageId(runner: Runner): Promise<bigint> {
  const [row] = await runOn<{ id: string }>(
    runner,
    `/* next_message_id */ select nextval('messages_id_seq')::text as id`,
    [],
  );
  if (row === undefined) throw new TypeError('a sequence gives a number');
  return BigInt(row.id);
}

/**
 * The time is the message's identity in its topic: to the millisecond, as a record carries it, and never twice in a
 * conversation. The last one is found by messages_own.
 */
const STATEMENT = `/* queue_message */
with moment as (
  select greatest(date_trunc('milliseconds', clock_timestamp()), (
    select max(sent_at) + interval '1 ms' from messages where conversation_id = $3::bigint and author is not null
  )) as at
), message as (
  insert into messages (id, company_id, conversation_id, direction, state, text, author, author_name, sent_at)
  overriding system value
  select $1::bigint, $2::bigint, $3::bigint, 'out', 'queued', $4::text, $5::text, $6::text, at from moment returning id, sent_at
), conversation as (
  update conversations c set last_message_at = greatest(c.last_message_at, m.sent_at)
  from message m where c.id = $3::bigint returning c.id
)
insert into changes (company_id, entity, entity_id, op)
select $2::bigint, 'conversation', id, 'changed' from conversation
union all select $2::bigint, 'message', id, 'added' from message`;

/** A message that begins here. The caller holds its conversation (lockConversation): two at once get two times. */
export async function queueMessage(
  runner: Runner,
  given: {
    readonly id: bigint;
    readonly companyId: bigint;
    readonly conversationId: bigint;
    readonly text: string;
    readonly author: string;
    /** As it is shown; null: by the author. */
    readonly authorName?: string | null;
  },
): Promise<void> {
  const { id, companyId, conversationId, text, author, authorName = null } = given;
  await runOn(runner, STATEMENT, [id, companyId, conversationId, text, author, authorName]);
}
