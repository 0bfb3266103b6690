import { saveSignUpPolicy } from '@domovoy/domain';
import {
  createDomovoyClient,
  type DomovoyClient,
  MessageAddedDocument,
  newIdempotencyKey,
  payloadOf,
  SendMessageDocument,
} from '@domovoy/graphql-client';
import { createProxy } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { documentedOperations } from './harness/front-end/documented-operations.ts';
import { type Reader, readMessages } from './harness/front-end/reader.ts';
import type { HubProcess } from './harness/parts/hub.ts';
import { type SignUpStack, startSignUpStack } from './harness/sign-ups/sign-up-stack.ts';

// A front-end of somebody else: it has docs/api and the client package, and a network that breaks.

const PATIENT = { timeout: 60_000, interval: 50 };
const firstHour = documentedOperations('first-hour.md');

let stack: SignUpStack;
let api: HubProcess;
let client: DomovoyClient;
let written = 0;

const clientAt = (port: number, more = {}) =>
  createDomovoyClient({
    url: `http://127.0.0.1:${port}/graphql`,
    apiKey: stack.hub.apiKey,
    retry: { longestPauseMs: 500 },
    ...more,
  });

beforeAll(async () => {
  stack = await startSignUpStack();
  const saved = await saveSignUpPolicy(stack.store, {
    companyId: stack.companyId,
    actor: 'test',
    expectedVersion: 1,
    policy: { mode: 'review', rules: {}, startsAt: new Date(Date.now() - 60_000) },
  });
  if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
  await stack.sendBy('kafka');
  api = await stack.hub.startApi();
  client = clientAt(stack.hub.clientsToApi.port);
}, 120_000);
afterAll(async () => {
  await client.close();
  await stack.close();
});

/** An abonent writes so many messages, each another text. */
async function write(count: number, phone = 79_000_019_001): Promise<string[]> {
  const texts = Array.from({ length: count }, () => `message ${(written += 1)}`);
  for (const text of texts) await stack.control('POST', '/messages', { phone, text });
  return texts;
}

const untilStored = (text: string) =>
  vi.waitFor(
    async () => expect(await stack.sql`select from messages where text = ${text}`).toHaveLength(1),
    PATIENT,
  );

describe('with docs/api and the client package alone', () => {
  test('a developer lists sign-ups, approves one, watches it complete, and answers a message', async () => {
    const { entranceId, flat } = stack.freeFlat();
    await stack.control('POST', '/sign-ups', { phone: stack.newPhone(), entranceId, flat });
    const signUp = await vi.waitFor(async () => {
      const { signUps } = await client.request(firstHour('SignUpsToReview'), { first: 10 });
      expect(signUps.nodes).toHaveLength(1);
      return signUps.nodes[0];
    }, PATIENT);
    const { viewer } = await client.request(firstHour('FeedCursor'), {});
    const { approveSignUp } = await client.request(firstHour('Approve'), {
      input: { id: signUp.id, expectedVersion: signUp.version, idempotencyKey: newIdempotencyKey() },
    });
    expect(payloadOf(approveSignUp)).toMatchObject({ signUp: { id: signUp.id } });
    const states: string[] = [];
    const progress = client.subscribe(
      firstHour('SignUpProgress'),
      { uid: signUp.uid },
      { since: viewer.feedCursor },
    );
    for await (const event of progress) {
      states.push(event.signUp.state);
      if (['COMPLETED', 'FAILED', 'REJECTED'].includes(states.at(-1) ?? '')) break;
    }
    expect(states.at(-1)).toBe('COMPLETED');

    await write(1);
    const { conversation } = await vi.waitFor(async () => {
      const { conversations } = await client.request(firstHour('Conversations'), { first: 10 });
      const found = conversations.nodes.find(({ messages }: { messages: { nodes: { text: string }[] } }) =>
        messages.nodes.some(({ text }) => text === `message ${written}`),
      );
      expect(found).toBeDefined();
      return { conversation: found };
    }, PATIENT);
    const text = 'Подключим завтра.';
    const { sendMessage } = await client.request(firstHour('Answer'), {
      input: { conversationId: conversation.id, text, idempotencyKey: newIdempotencyKey() },
    });
    const { sent } = payloadOf(sendMessage) as unknown as { sent: { id: string } };
    const answers = client.subscribe(
      firstHour('AnswerProgress'),
      { conversationId: conversation.id },
      { since: viewer.feedCursor },
    );
    for await (const { message } of answers)
      if (message.id === sent.id && message.state !== 'QUEUED') {
        expect(message).toMatchObject({ state: 'SENT', text });
        break;
      }
    expect(await stack.messagesOut()).toContain(text);
  });
});

describe('a subscription of the client misses nothing and tells nothing twice', () => {
  let reader: Reader;
  const expected: string[] = [];

  beforeAll(async () => {
    reader = readMessages(client);
    await vi.waitUntil(() => reader.isLive, PATIENT);
  });
  afterAll(() => reader.stop());

  const expectAll = async () => {
    await untilStored(expected.at(-1) ?? '');
    await vi.waitFor(() => expect(reader.texts).toHaveLength(expected.length), PATIENT);
    expect(reader.texts).toEqual(expected);
  };

  test('after the network was cut, again and again', async () => {
    const { clientsToApi } = stack.hub;
    for (let round = 1; round <= 3; round += 1) {
      expected.push(...(await write(3)));
      clientsToApi.refuse(true);
      clientsToApi.reset();
      expected.push(...(await write(3)));
      await untilStored(expected.at(-1) ?? '');
      clientsToApi.refuse(false);
      expected.push(...(await write(1)));
      await expectAll();
    }
    expect(reader.breaks).toBeGreaterThanOrEqual(3);
  });

  test('after the API was killed and started again', async () => {
    expected.push(...(await write(3)));
    await api.kill9();
    expected.push(...(await write(3)));
    await untilStored(expected.at(-1) ?? '');
    api = await stack.hub.startApi();
    expected.push(...(await write(1)));
    await expectAll();
  });

  test('control: one that begins anew after a break has a hole', async () => {
    const { clientsToApi } = stack.hub;
    clientsToApi.refuse(true);
    clientsToApi.reset();
    const missed = await write(3);
    expected.push(...missed);
    await untilStored(missed.at(-1) ?? '');
    clientsToApi.refuse(false);
    const forgetful = readMessages(client);
    await vi.waitUntil(() => forgetful.isLive, PATIENT);
    const seen = await write(1);
    expected.push(...seen);
    await vi.waitFor(() => expect(forgetful.texts).toEqual(seen), PATIENT);
    await forgetful.stop();
    await expectAll();
  });

  test('when its connection is open and dead', async () => {
    const port = Number(new URL(api.url).port);
    await using proxy = await createProxy({ port });
    const impatient = clientAt(proxy.port, { silenceMs: 1_000 });
    const fragile = readMessages(impatient);
    await vi.waitUntil(() => fragile.isLive, PATIENT);
    proxy.freezeExisting();
    const told = await write(2);
    expected.push(...told);
    await vi.waitFor(() => expect(fragile.texts).toEqual(told), PATIENT);
    expect(fragile.breaks).toBeGreaterThan(0);
    await fragile.stop();
    await impatient.close();
    proxy.thaw();
    await expectAll();
  });

  test('that comes back with a cursor of a feed that is no more is told of the gap', async () => {
    const [, ...place] = Buffer.from(reader.cursor ?? '', 'base64url')
      .toString()
      .split(':');
    const since = Buffer.from(['2147480000', ...place].join(':')).toString('base64url');
    const events = client.subscribe(MessageAddedDocument, {}, { since });
    const { value: first } = await events.next();
    expect(first).toMatchObject({ __typename: 'Gap', since });
    const [text] = await write(1);
    expected.push(text ?? '');
    const { value: second } = await events.next();
    expect(second).toMatchObject({ __typename: 'MessageAdded', message: { text } });
    await events.return(undefined);
    await expectAll();
  });
});

describe('a mutation of the client', () => {
  test('whose answer is lost is done once', async () => {
    await write(1);
    await untilStored(`message ${written}`);
    let lost = 0;
    await using proxy = await createProxy({
      port: Number(new URL(api.url).port),
      onServerData: (chunk, connection) => {
        if (lost === 2 || !chunk.includes('sendMessage')) return chunk;
        lost += 1;
        connection.reset();
        return null;
      },
    });
    const { conversations } = await client.request(firstHour('Conversations'), { first: 1 });
    const text = `once ${Date.now()}`;
    await using careful = clientAt(proxy.port);
    const { sendMessage } = await careful.request(SendMessageDocument, {
      input: { conversationId: conversations.nodes[0].id, text, idempotencyKey: newIdempotencyKey() },
    });
    expect(payloadOf(sendMessage).sent).toMatchObject({ text });
    expect(lost).toBe(2);
    await vi.waitFor(async () => expect(await stack.messagesOut()).toContain(text), PATIENT);
    expect((await stack.messagesOut()).filter((each) => each === text)).toHaveLength(1);
    expect(await stack.sql`select from messages where text = ${text}`).toHaveLength(1);
  });
});
