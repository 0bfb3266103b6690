import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { produce } from '../testing/kafka-client.ts';
import { type Answer, openTestSandbox, type TestSandbox } from '../testing/test-sandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox({ seed: 1 });
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
});
afterAll(() => sandbox.close());

const answer = (text: string) => ({
  channel: 'support',
  message: text,
  toAbonents: [{ id: 1, phone: 0, companyId: null }],
});
const textsOf = ({ messages }: Answer['body']) => messages.map(({ event }) => event.message);

const send = (texts: string[]) =>
  produce(
    sandbox.endpoints.kafka.brokers,
    'MESSAGES_OUT_demo',
    texts.map((text) => ({ key: text, value: JSON.stringify(answer(text)) })),
  );

describe('GET /messages-out', () => {
  test('lists what was produced, and from `next` on only what is new', async () => {
    await send(['один', 'два', 'три']);
    const { body: first } = await sandbox.call('GET /messages-out');
    expect(textsOf(first).toSorted()).toEqual(['два', 'один', 'три']);
    expect(first.messages[0]).toMatchObject({
      offset: expect.any(Number),
      key: expect.any(String),
      event: answer(String(first.messages[0]?.key)),
    });
    await send(['четыре']);
    const { body: second } = await sandbox.call(`GET /messages-out?since=${first.next}`);
    expect(textsOf(second)).toEqual(['четыре']);
  });

  test('gives pages that miss nothing and repeat nothing', async () => {
    const texts = Array.from({ length: 25 }, (_, i) => `ответ ${i}`);
    await send(texts);
    const seen: string[] = [];
    for (let since = '0'; ; ) {
      const { body } = await sandbox.call(`GET /messages-out?limit=4&since=${since}`);
      if (body.messages.length === 0) break;
      expect(body.messages.length).toBeLessThanOrEqual(4);
      seen.push(...textsOf(body));
      since = body.next;
    }
    expect(seen.toSorted()).toEqual(texts.toSorted());
  });

  test('waits for news when asked to, and answers as soon as there is some', async () => {
    const { body: now } = await sandbox.call('GET /messages-out');
    const waiting = sandbox.call(`GET /messages-out?waitMs=60000&since=${now.next}`);
    await send(['наконец']);
    expect(textsOf((await waiting).body)).toEqual(['наконец']);
    expect((await sandbox.call('GET /messages-out?waitMs=10&since=99.99.99')).body.messages).toHaveLength(1);
  });

  test('goes on over a reset: a place of before shows what came since, and who waits is woken', async () => {
    await send(['один', 'два', 'три']);
    const { body: before } = await sandbox.call('GET /messages-out');
    await sandbox.call('POST /reset');
    expect((await sandbox.call('GET /messages-out')).body.messages).toEqual([]);
    const waiting = sandbox.call(`GET /messages-out?waitMs=60000&since=${before.next}`);
    await send(['четыре']);
    expect(textsOf((await waiting).body)).toEqual(['четыре']);
    for (const since of ['0', before.next])
      expect(textsOf((await sandbox.call(`GET /messages-out?since=${since}`)).body)).toEqual(['четыре']);
  });

  test('shows what is no JSON too', async () => {
    await produce(sandbox.endpoints.kafka.brokers, 'MESSAGES_OUT_demo', [{ key: 'k', value: '{oops' }]);
    const { body } = await sandbox.call('GET /messages-out');
    expect(body.messages).toMatchObject([{ key: 'k', event: null, notJson: '{oops' }]);
  });
});
