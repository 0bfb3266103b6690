import { createProducer } from '@domovoy/kafka-client';
import { CompanyShortName, messagesOut, outgoingMessage } from '@domovoy/models';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from './testing/test-sandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 20 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

test('a message that is sent over Kafka is in the chat of the abonent, as one that is sent over REST', async () => {
  const rosdomofon = sandbox.connect();
  const [account] = await rosdomofon.accounts.list().toArray();
  const { id: abonentId = 0, phone = null } = account?.owner ?? {};
  await rosdomofon.messages.send({ to: { id: abonentId }, message: 'По REST' });

  const { brokers } = sandbox.endpoints.kafka;
  const producer = createProducer({ access: { brokers: brokers.split(',') }, clientId: 'sdk-test' });
  const topic = messagesOut(CompanyShortName.parse(sandbox.endpoints.companyShortName)).name;
  const record = outgoingMessage({
    abonentId,
    phone,
    companyId: account?.company.id ?? null,
    message: 'По Kafka',
  });
  const [place] = await producer.send(topic, [record]);
  await producer.close();
  expect(place).toMatchObject({ topic, offset: expect.any(BigInt) });

  const { messages } = await sandbox.control<{ messages: { key: string; event: object }[] }>(
    'GET /messages-out',
  );
  expect(messages.at(-1)).toMatchObject({
    key: String(abonentId),
    event: {
      fromAbonent: { id: 0, phone: 0, companyId: null, restrictionPushTokenIds: [] },
      toAbonents: [{ id: abonentId, phone: Number(phone), companyId: account?.company.id }],
      localizedPush: null,
    },
  });
  const { content } = await rosdomofon.messages.list({ abonentId });
  expect(content.map(({ message, incoming }) => [message, incoming])).toEqual([
    ['По Kafka', false],
    ['По REST', false],
  ]);
});
