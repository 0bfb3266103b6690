import { changeConversation, lockConversation } from '@domovoy/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let tenant: Tenant;
let conversationId: string;
let next = 0;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  tenant = await api.tenant(`company${next++}`);
  await tenant.messages(['one']);
  conversationId = (await ask('{ conversations(first: 1) { nodes { id } } }')).conversations.nodes[0].id;
});

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables?: Record<string, unknown>): Promise<any> {
  const { data, errors } = await api.query(tenant.key, text, variables);
  expect(errors).toEqual([]);
  return data;
}
const SEND = `mutation ($input: SendMessageInput!) { outcome: sendMessage(input: $input) { __typename ... on SendMessagePayload { message { id } } } }`;
const send = async (text: string, idempotencyKey: string) =>
  (await ask(SEND, { input: { conversationId, text, idempotencyKey } })).outcome;
const outgoing = async () =>
  (
    await api.store.run<{ n: number }>(
      `select count(*)::int as n from messages where company_id = $1 and direction = 'out'`,
      [tenant.company.id],
    )
  )[0]?.n;

describe('one key, used by several at once', () => {
  it('with one input sends once, and all hear of the same message', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => send('ответ', 'key')));
    expect(new Set(outcomes.map(({ message }) => message.id)).size).toBe(1);
    expect(await outgoing()).toBe(1);
  });

  it('with different inputs sends one of them, and the others hear that the key is taken', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => send(`ответ ${n}`, 'key')));
    const countOf = (type: string) => outcomes.filter(({ __typename }) => __typename === type).length;
    expect([countOf('SendMessagePayload'), countOf('IdempotencyConflictError')]).toEqual([1, 9]);
    expect(await outgoing()).toBe(1);
  });

  it('control: with keys of their own all are sent', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, n) => send('ответ', `key-${n}`)));
    expect(await outgoing()).toBe(10);
  });
});

describe('what assignConversation rests on', () => {
  /** Two people look at the same moment and then take it when nobody has it. Who got it. */
  async function bothTake(isLocked: boolean): Promise<string[]> {
    const { company } = tenant;
    const [row] = await api.store.run<{ id: bigint }>('select id from conversations where company_id = $1', [
      company.id,
    ]);
    const id = row?.id ?? 0n;
    const of = { companyId: company.id, conversationId: id };
    let looking = 2;
    const bothLooked = Promise.withResolvers<void>();
    const looked = () => {
      looking -= 1;
      if (looking === 0) bothLooked.resolve();
    };
    const taken = await Promise.all(
      ['anna', 'boris'].map((assignee) =>
        api.store.transaction(async (tx) => {
          const seen = isLocked
            ? await lockConversation(tx, of)
            : (await api.store.company(company.id).loadConversations([id]))[0];
          looked();
          // Under the lock the second one cannot look before the first one has ended.
          if (!isLocked) await bothLooked.promise;
          if (!seen || seen.assignee !== null) return null;
          await changeConversation(tx, seen, { assignee });
          return assignee;
        }),
      ),
    );
    return taken.filter((one) => one !== null);
  }

  it('of two who look under the lock one gets it', async () => {
    expect(await bothTake(true)).toHaveLength(1);
  });

  it('control: of two who look without it both believe to have it', async () => {
    expect(await bothTake(false)).toHaveLength(2);
  });
});
