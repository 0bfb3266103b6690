import { openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chunk, createTenant, incoming } from '../testing/records.ts';
import { assignConversation } from './conversation/assign-conversation.ts';
import { markConversationRead } from './conversation/mark-conversation-read.ts';
import { reopenConversation, resolveConversation } from './conversation/set-conversation-state.ts';
import { receiveIncomingMessages } from './receive-incoming-messages.ts';
import { readMessagingPolicy, saveMessagingPolicy } from './save-messaging-policy.ts';
import { sendMessage } from './send-message.ts';

const now = Date.UTC(2026, 10, 27, 12);
let store: Store;

beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());

const OUTGOING = `messages where direction = 'out'`;
const DELIVERIES = 'deliveries where true';
let keys = 0;
async function scene(shortName: string) {
  const { companyId, source } = await createTenant(store, shortName);
  const topic = await source(`MESSAGES_IN_${shortName}`);
  let offset = 0;
  const receive = async (text: string) => {
    await receiveIncomingMessages(store, topic, chunk(incoming(offset++, now, text)), () => now);
    const [row] = await store.run<{ id: bigint }>('select max(id) as id from messages', []);
    return row?.id ?? 0n;
  };
  const firstId = await receive('Здравствуйте');
  const [row] = await store.run<{ id: bigint }>('select id from conversations where company_id = $1', [
    companyId,
  ]);
  const conversationId = row?.id ?? 0n;
  const answer = (text: string, more: object = {}) =>
    sendMessage(store, {
      companyId,
      conversationId,
      text,
      author: 'user:anna',
      idempotencyKey: `key-${++keys}`,
      ...more,
    });
  const count = async (what: string) =>
    (
      await store.run<{ n: number }>(`select count(*)::int as n from ${what} and company_id = $1`, [
        companyId,
      ])
    )[0]?.n;
  return { companyId, conversationId, firstId, receive, answer, count };
}

describe('an answer', () => {
  test('is a message and a delivery, both or neither', async () => {
    const { answer, count } = await scene('both');
    expect(await answer('Мастер едет')).toMatchObject({ kind: 'queued' });
    expect(await answer('никуда', { conversationId: 999_999n })).toEqual({ kind: 'not-found' });
    expect([await count(OUTGOING), await count(DELIVERIES)]).toEqual([1, 1]);
  });

  test.each([
    ['nothing', ''],
    ['blanks and control characters', ' \u0000\u001e\n'],
    ['more than fits', 'я'.repeat(4_001)],
  ])('of %s is refused', async (name, text) => {
    const { answer, count } = await scene(`text-${name.length}`);
    expect(await answer(text)).toEqual({ kind: 'text-refused' });
    expect(await count(DELIVERIES)).toBe(0);
  });

  test('to what the abonent has added to meanwhile is not sent, and its key stays free', async () => {
    const { answer, firstId, receive } = await scene('moved');
    const second = await receive('Уже не надо');
    const key = { idempotencyKey: 'moved' };
    expect(await answer('Едем', { ...key, lastSeenMessageId: firstId })).toEqual({
      kind: 'conversation-moved',
      newMessageIds: [second],
    });
    expect(await answer('Хорошо', { ...key, lastSeenMessageId: second })).toMatchObject({ kind: 'queued' });
    expect(await answer('Другое', key)).toEqual({ kind: 'key-conflict' });
  });

  test('of another company is not there', async () => {
    const [one, two] = [await scene('one'), await scene('two')];
    expect(await one.answer('чужим', { conversationId: two.conversationId })).toEqual({ kind: 'not-found' });
  });

  test('many at once have different times, by which their records are known again', async () => {
    const { answer, companyId } = await scene('times');
    await Promise.all(Array.from({ length: 20 }, () => answer('да')));
    const rows = await store.run<{ sent_at: Date }>(
      `select distinct date_trunc('milliseconds', sent_at) as sent_at from messages where company_id = $1 and direction = 'out'`,
      [companyId],
    );
    expect(rows).toHaveLength(20);
  });
});

describe('a conversation', () => {
  test('is given to a person, unless somebody else has it by now', async () => {
    const { companyId, conversationId } = await scene('assign');
    const assign = (assignee: string | null, expectedAssignee: string | null) =>
      assignConversation(store, {
        companyId,
        conversationId,
        actor: 'user:test',
        assignee,
        expectedAssignee,
      });
    const both = await Promise.all([assign('user:anna', null), assign('user:boris', null)]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'conflict']);
    const [row] = await store.company(companyId).loadConversations([conversationId]);
    expect(both).toContainEqual({ kind: 'conflict', assignee: row?.assignee });
    expect(await assign(null, row?.assignee ?? null)).toMatchObject({ kind: 'changed' });
  });

  test('is resolved and reopened; a message that came meanwhile is a conflict', async () => {
    const { companyId, conversationId, receive } = await scene('states');
    const act = { companyId, conversationId, actor: 'user:test' };
    expect(await resolveConversation(store, { ...act, expectedState: 'open' })).toMatchObject({
      kind: 'changed',
      conversation: { state: 'resolved' },
    });
    await receive('Ещё вопрос');
    expect(await reopenConversation(store, { ...act, expectedState: 'resolved' })).toMatchObject({
      kind: 'changed',
      conversation: { state: 'open' },
    });
    expect(await resolveConversation(store, { ...act, expectedState: 'pending' })).toEqual({
      kind: 'conflict',
      state: 'open',
    });
    expect(await resolveConversation(store, { ...act, conversationId: 999_999n })).toEqual({
      kind: 'not-found',
    });
  });

  test('is read up to a message: what came behind it stays unread', async () => {
    const { companyId, conversationId, firstId, receive } = await scene('read');
    const last = await receive('Вторая');
    const read = async (upToMessageId: bigint) => {
      const result = await markConversationRead(store, {
        companyId,
        conversationId,
        upToMessageId,
        actor: 'user:test',
      });
      return 'conversation' in result ? result.conversation.unread : result.kind;
    };
    expect([await read(firstId), await read(last), await read(firstId)]).toEqual([1, 0, 0]);
  });
});

test('a policy is saved by who saw the last one, and refused with every problem', async () => {
  const { companyId } = await scene('policy');
  const save = (expectedVersion: number, autoReplies: unknown = null) =>
    saveMessagingPolicy(store, {
      companyId,
      sendBy: 'rest',
      autoReplies,
      expectedVersion,
      actor: 'user:anna',
    });
  expect(await readMessagingPolicy(store, companyId)).toEqual({
    sendBy: 'kafka',
    autoReplies: null,
    version: 0,
  });
  expect(await save(0)).toMatchObject({ kind: 'saved', policy: { version: 1 } });
  expect(await save(0)).toMatchObject({ kind: 'conflict', policy: { version: 1 } });
  expect(await save(1)).toMatchObject({ kind: 'saved', policy: { sendBy: 'rest', version: 2 } });
  expect(await save(2, { timeZone: 'nowhere', hours: {}, texts: {} })).toMatchObject({
    kind: 'invalid',
    problems: [{ path: 'timeZone' }],
  });
  const audit = { entity: 'messaging_policy', entityIds: [companyId], limit: 5 };
  expect(await store.company(companyId).listAuditEntries(audit)).toMatchObject([
    { action: 'messaging_policy.save', actor: 'user:anna', details: { sendBy: 'rest', version: 2 } },
    { details: { version: 1 } },
  ]);
});
