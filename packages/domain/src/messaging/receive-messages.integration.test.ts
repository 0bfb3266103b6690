import { openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chunk, createTenant, incoming, outgoing } from '../testing/records.ts';
import { receiveIncomingMessages } from './receive-incoming-messages.ts';
import { receiveOutgoingMessages } from './receive-outgoing-messages.ts';

const now = Date.UTC(2026, 10, 21, 12);
let store: Store;

beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());

async function scene(shortName: string) {
  const tenant = await createTenant(store, shortName);
  const [messagesIn, messagesOut] = [
    await tenant.source(`MESSAGES_IN_${shortName}`),
    await tenant.source(`MESSAGES_OUT_${shortName}`),
  ];
  return {
    companyId: tenant.companyId,
    receive: (...records: ReturnType<typeof incoming>[]) =>
      receiveIncomingMessages(store, messagesIn, chunk(...records), () => now),
    send: (...records: ReturnType<typeof outgoing>[]) =>
      receiveOutgoingMessages(store, messagesOut, chunk(...records), () => now),
    conversations: () =>
      store.run<{ state: string; unread: number }>(
        'select state, unread from conversations where company_id = $1 order by id',
        [tenant.companyId],
      ),
    messages: async () =>
      (
        await store.run<{ direction: string; text: string }>(
          'select direction, text from messages where company_id = $1 order by id',
          [tenant.companyId],
        )
      ).map(({ direction, text }) => `${direction}: ${text}`),
  };
}

describe('receiving messages', () => {
  test('a message opens a conversation, further ones count as unread', async () => {
    const { receive, conversations, messages } = await scene('opens');
    expect(await receive(incoming(0, now, 'Здравствуйте'))).toMatchObject({ fresh: 1, started: 1 });
    expect(await receive(incoming(1, now, 'Не работает домофон'), incoming(2, now, '!'))).toMatchObject({
      fresh: 2,
      started: 0,
    });
    expect(await conversations()).toEqual([{ state: 'open', unread: 3 }]);
    expect(await messages()).toEqual(['in: Здравствуйте', 'in: Не работает домофон', 'in: !']);
  });

  test('a message reopens a resolved conversation', async () => {
    const { companyId, receive, conversations } = await scene('reopens');
    await receive(incoming(0, now, 'one'));
    await store.run(`update conversations set state = 'resolved', unread = 0 where company_id = $1`, [
      companyId,
    ]);
    await receive(incoming(1, now, 'two'));
    expect(await conversations()).toEqual([{ state: 'open', unread: 1 }]);
  });

  test('an answer from any program joins the conversation of each recipient, and none for a broadcast', async () => {
    const { receive, send, conversations, messages } = await scene('answers');
    await receive(incoming(0, now, 'Вопрос', 1));
    expect(await send(outgoing(0, now, 'Ответ', [1, 2]), outgoing(1, now, 'Всем', []))).toEqual({
      fresh: 2,
      dead: 0,
      recreated: false,
    });
    expect(await messages()).toEqual(['in: Вопрос', 'out: Ответ', 'out: Ответ']);
    expect(await conversations()).toEqual([
      { state: 'open', unread: 1 },
      { state: 'pending', unread: 0 },
    ]);
  });

  test('readers are woken after the commit', async () => {
    const { receive } = await scene('wakes');
    const woken = vi.fn<() => void>();
    const listener = await store.listen('domovoy_changes', woken);
    await receive(incoming(0, now, 'one'));
    await vi.waitFor(() => expect(woken).toHaveBeenCalled(), 15_000);
    await listener.close();
  });
});
