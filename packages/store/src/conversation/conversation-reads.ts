import { sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { Tx } from '../db.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { conversationReads, messageReaders } from '../schema/conversation-person.ts';

interface Read {
  readonly companyId: bigint;
  readonly conversationId: bigint;
  readonly person: string;
  readonly upToMessageId: bigint;
}

/** Never takes back what was read. False: nothing new was. */
export async function saveConversationRead(tx: Tx, given: Read): Promise<boolean> {
  const { companyId, person } = given;
  await tx
    .insert(messageReaders)
    .values({ companyId, person, sinceMessageId: sql`(select coalesce(max(id), 0) from messages)` })
    .onConflictDoNothing();
  const saved = await tx
    .insert(conversationReads)
    .values(given)
    .onConflictDoUpdate({
      target: [conversationReads.conversationId, conversationReads.person],
      set: { upToMessageId: given.upToMessageId, readAt: sql`now()` },
      setWhere: sql`${conversationReads.upToMessageId} < ${given.upToMessageId}`,
    })
    .returning({ person: conversationReads.person });
  return saved.length > 0;
}

/** More are not counted. */
export const MOST_UNREAD = 100;

export interface PersonalUnread {
  readonly conversationId: bigint;
  readonly count: number;
}

/**
 * How many messages of the abonent a person has not read in each conversation, up to 100: behind what they read of it, or
 * behind what there was when they first read anything. Who never read anything has those that nobody has read. One probe of
 * messages_page for each conversation.
 */
export async function loadPersonalUnread(
  { db, companyId }: CompanyReader,
  { conversationIds, person }: { conversationIds: readonly bigint[]; person: string },
): Promise<PersonalUnread[]> {
  const rows = await db.execute<{ id: string; count: number }>(sql`/* personal_unread */
    select c.id::text as id, case when m.since is null then least(c.unread, ${MOST_UNREAD}) else n.count end::int as count
    from unnest(${bigintArray(conversationIds)}) as asked (id)
    join conversations c on c.id = asked.id and c.company_id = ${companyId}
    cross join lateral (select coalesce(
      (select up_to_message_id from conversation_reads r where r.conversation_id = c.id and r.person = ${person}),
      (select since_message_id from message_readers p where p.company_id = ${companyId} and p.person = ${person})) as since) m
    cross join lateral (select count(*) as count from (
      select from messages where conversation_id = c.id and id > m.since and direction = 'in' limit ${MOST_UNREAD}) counted) n`);
  return rows.map(({ id, count }) => ({ conversationId: BigInt(id), count }));
}
