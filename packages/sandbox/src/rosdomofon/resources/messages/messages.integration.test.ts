import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { produce } from '../../../testing/kafka-client.ts';
import { A, type AnyJson, operator, type RestClient } from '../../../testing/rosdomofon-client.ts';
import { openTestSandbox, type TestSandbox } from '../../../testing/test-sandbox.ts';

let sandbox: TestSandbox;
let rest: RestClient;
let owner: AnyJson;
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 300 });
  rest = await operator(sandbox);
  const accounts = await rest.get(`${A}/accounts`);
  owner = accounts.find((account: AnyJson) => account.owner.neverLoggedIn === false).owner;
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
});
afterAll(() => sandbox.close());

const wish = (toAbonents: object[], more: object = {}) => ({
  toAbonents,
  channel: 'support',
  message: 'Добро пожаловать!',
  deliveryMethod: 'push',
  broadcast: false,
  ...more,
});
const post = (body: object) => rest.call('POST', `${A}/messages`, body);
const historyOf = (id: number, query = '') => rest.get(`${A}/abonents/${id}/messages${query}`);
const textsOf = async (id: number, query = '') =>
  (await historyOf(id, query)).content.map(({ message }: AnyJson) => message);

describe('POST messages', () => {
  test('answers with one result for each recipient, named by id or by phone', async () => {
    const { status, body } = await post(
      wish([
        { id: owner.id },
        { id: owner.id, phone: 0 },
        { phone: `+${owner.phone}` },
        { phone: owner.phone },
      ]),
    );
    expect(status).toBe(200);
    expect(body).toEqual(
      [1, 2, 3, 4].map(() => ({ id: expect.any(Number), success: true, result: expect.any(String) })),
    );
    expect(new Set(body.map(({ id }: AnyJson) => id)).size).toBe(4);
    const { content } = await historyOf(owner.id);
    expect(content.map(({ id }: AnyJson) => id).toSorted()).toEqual(
      body.map(({ id }: AnyJson) => id).toSorted(),
    );
    expect(content[0]).toEqual({
      id: expect.any(Number),
      abonent: { id: owner.id, phone: owner.phone },
      channel: 'support',
      incoming: false,
      message: 'Добро пожаловать!',
      messageDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
  });

  test('carries success:false inside a 200 for who is not known, and for who cannot hear a push', async () => {
    const accounts = await rest.get(`${A}/accounts`);
    const deaf = accounts.find((account: AnyJson) => account.owner.neverLoggedIn === true).owner;
    const { status, body } = await post(
      wish([{ id: 5 }, { phone: '+79999999999' }, { id: deaf.id }, { id: owner.id }], {
        channel: 'notification',
      }),
    );
    expect(status).toBe(200);
    expect(body.map(({ success }: AnyJson) => success)).toEqual([false, false, false, true]);
    expect(body[0].result).not.toBe('');
    expect(await textsOf(deaf.id)).toEqual([]);
    expect((await post(wish([{ id: deaf.id }]))).body[0].success).toBe(true);
  });

  test('reaches everybody of the company with broadcast, and nobody else', async () => {
    const accounts = await rest.get(`${A}/accounts`);
    const people = new Set(accounts.map((account: AnyJson) => account.owner.id));
    const { body } = await post(wish([], { broadcast: true, channel: 'notification', message: 'Работы' }));
    expect(body).toHaveLength(people.size);
    for (const { owner: one } of accounts.slice(0, 5)) expect(await textsOf(one.id)).toEqual(['Работы']);
    const other = await operator(sandbox, 'Uyutny_Dvor');
    for (const { owner: one } of await other.get(`${A}/accounts`))
      expect((await other.get(`${A}/abonents/${one.id}/messages`)).content).toEqual([]);
  });

  test.each([
    [wish([]), 'toAbonents: expected somebody'],
    [wish([{ phone: 0 }]), 'toAbonents.0: expected an id or a phone'],
    [wish([{ id: '7' }]), 'toAbonents.0.id'],
    [wish([{ id: 7 }], { channel: 'chat' }), 'channel'],
    [wish([{ id: 7 }], { message: '' }), 'message'],
    [wish([{ id: 7 }], { deliveryMethod: 'pigeon' }), 'deliveryMethod'],
  ])('with %j is refused with 400 and the reason', async (body, reason) => {
    expect(await post(body)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(reason) },
    });
  });
});

describe('the history of an abonent', () => {
  test('has what came by REST and what came by Kafka, in both directions, newest first', async () => {
    await sandbox.call('POST /messages', { abonentId: owner.id, text: '1 вопрос' });
    await post(wish([{ id: owner.id }], { message: '2 ответ по REST' }));
    await produce(sandbox.endpoints.kafka.brokers, 'MESSAGES_OUT_demo', [
      {
        key: String(owner.id),
        value: JSON.stringify({
          channel: 'support',
          deliveryMethod: 'PUSH',
          fromAbonent: { id: 0, phone: 0, companyId: null, restrictionPushTokenIds: [] },
          message: '3 ответ по Kafka',
          toAbonents: [{ id: owner.id, phone: owner.phone, companyId: null }],
          localizedPush: null,
        }),
      },
    ]);
    const { content } = await historyOf(owner.id);
    expect(content.map(({ message, incoming }: AnyJson) => [message, incoming])).toEqual([
      ['3 ответ по Kafka', false],
      ['2 ответ по REST', false],
      ['1 вопрос', true],
    ]);
    expect(new Set(content.map(({ id }: AnyJson) => id)).size).toBe(3);
    expect(JSON.parse((await sandbox.call(`GET /chat?abonentId=${owner.id}`)).text).messages).toHaveLength(3);
  });

  test('comes by pages and by channel, and its pageable is never null', async () => {
    for (let i = 1; i <= 5; i += 1) await post(wish([{ id: owner.id }], { message: `${i}` }));
    await post(wish([{ id: owner.id }], { message: 'push', channel: 'notification' }));
    const pages = await Promise.all(
      [0, 1, 2].map((page) => historyOf(owner.id, `?page=${page}&size=2&channel=support`)),
    );
    expect(pages.map(({ content }) => content.map(({ message }: AnyJson) => message))).toEqual([
      ['5', '4'],
      ['3', '2'],
      ['1'],
    ]);
    expect(pages[1]).toMatchObject({
      number: 1,
      first: false,
      last: false,
      totalElements: 5,
      totalPages: 3,
      pageable: { offset: 2, pageNumber: 1, pageSize: 2 },
      sort: { sorted: expect.any(Boolean), unsorted: expect.any(Boolean) },
    });
    expect(pages[2]?.last).toBe(true);
    expect(await textsOf(owner.id, '?channel=notification')).toEqual(['push']);
  });

  test('knows who wrote without an account; of nobody else there is one', async () => {
    await sandbox.call('POST /messages', { phone: '79000007771', text: 'Есть кто?' });
    const { id } = JSON.parse((await sandbox.call('GET /abonent?phone=79000007771')).text);
    expect(await textsOf(id)).toEqual(['Есть кто?']);
    expect((await post(wish([{ id }], { message: 'Есть' }))).body[0].success).toBe(true);
    expect(await textsOf(id)).toEqual(['Есть', 'Есть кто?']);
    expect((await rest.call('GET', `${A}/abonents/5/messages`)).status).toBe(404);
    await sandbox.call('POST /reset');
    expect((await rest.call('GET', `${A}/abonents/${id}/messages`)).status).toBe(404);
  });

  test('survives poison in the topics, and forgets with the topic that a client deleted', async () => {
    await sandbox.call('POST /poison', { kind: 'all' });
    await sandbox.call('POST /messages', { abonentId: owner.id, text: 'до' });
    expect(await textsOf(owner.id)).toEqual(['до']);
    sandbox.broker.deleteTopic('MESSAGES_IN_demo');
    sandbox.broker.createTopic('MESSAGES_IN_demo');
    expect(await textsOf(owner.id)).toEqual([]);
    await sandbox.call('POST /messages', { abonentId: owner.id, text: 'после' });
    expect(await textsOf(owner.id)).toEqual(['после']);
  });
});
