import { randomUUID } from 'node:crypto';
import { messageStatesBefore } from '@domovoy/domain';
import { markMessageFailed, notifyChanges } from '@domovoy/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decodeId } from '../../ids/node-id.ts';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let tenant: Tenant;
let deliveries: TestDeliveries;
let conversationId: string;
let next = 0;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  tenant = await api.tenant(`company${next++}`);
  deliveries = await createDeliveries(api.store, tenant);
  await tenant.messages(['one', 'two']);
  conversationId = (await ask('{ conversations(first: 1) { nodes { id } } }')).conversations.nodes[0].id;
});

const MESSAGE = 'id direction state text author failure { code reason } isOutcomeUnknown';
const CONVERSATION = 'id state assignee unreadCount';
const TEXTS = {
  send: `($input: SendMessageInput!) { outcome: sendMessage(input: $input) { __typename ... on UserError { code path }
    ... on SendMessagePayload { message { ${MESSAGE} conversation { id } } }
    ... on ConversationMovedError { newMessages { text } } } }`,
  retry: `($input: RetryMessageInput!) { outcome: retryMessage(input: $input) { __typename ... on UserError { code path }
    ... on RetryMessagePayload { message { ${MESSAGE} } } ... on MessageStateError { current { id state } } } }`,
  assign: `($input: AssignConversationInput!) { outcome: assignConversation(input: $input) { __typename
    ... on UserError { code path } ... on AssignConversationPayload { conversation { ${CONVERSATION} } }
    ... on AssignmentChangedError { conversation { assignee } } } }`,
  setState: `($input: SetConversationStateInput!) { outcome: setConversationState(input: $input) { __typename
    ... on UserError { code path } ... on SetConversationStatePayload { conversation { ${CONVERSATION} } }
    ... on ConversationStateError { conversation { state } } } }`,
  markRead: `($input: MarkReadInput!) { outcome: markRead(input: $input) { __typename ... on UserError { code path }
    ... on MarkReadPayload { conversation { ${CONVERSATION} } } } }`,
} as const;

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables?: Record<string, unknown>, key = tenant.key): Promise<any> {
  const { data, errors } = await api.query(key, text, variables);
  expect(errors).toEqual([]);
  return data;
}
const mutate = async (name: keyof typeof TEXTS, input: object, key = tenant.key) =>
  (await ask(`mutation ${TEXTS[name]}`, { input }, key)).outcome;
const keyed = (input: object) => ({ idempotencyKey: randomUUID(), ...input });
const messageIds = async (): Promise<string[]> => {
  const { conversation } = await ask(
    'query ($id: ID!) { conversation(id: $id) { messages(first: 50) { nodes { id } } } }',
    { id: conversationId },
  );
  return conversation.messages.nodes.map(({ id }: { id: string }) => id);
};
/** What the consumer does with a message that RosDomofon refuses. */
async function refuse(messageId: string) {
  const [claimed] = await deliveries.claim();
  if (claimed === undefined) throw new TypeError('nothing to send');
  const response = { reason: 'Абонент не найден' };
  await deliveries.settle(claimed, {
    state: 'dead',
    outcome: 'dead',
    errorCode: 'RECIPIENT_REFUSED',
    response,
  });
  await markMessageFailed(api.store, {
    companyId: tenant.company.id,
    messageId: decodeId('Message', messageId) ?? 0n,
    from: messageStatesBefore('failed'),
    deliveryId: claimed.id,
    code: 'RECIPIENT_REFUSED',
  });
  await notifyChanges(api.store);
}

describe('sendMessage', () => {
  it('queues the text in the name of the key; the same key again queues nothing more', async () => {
    const input = keyed({ conversationId, text: ' Добрый день ' });
    const { message } = await mutate('send', input);
    expect(message).toEqual({
      id: expect.stringMatching(/^msg_/),
      direction: 'OUT',
      state: 'QUEUED',
      text: 'Добрый день',
      author: `api-key:${tenant.key.split('_')[2]}`,
      failure: null,
      isOutcomeUnknown: false,
      conversation: { id: conversationId },
    });
    expect((await mutate('send', input)).message).toEqual(message);
    expect(await mutate('send', { ...input, text: 'Другое' })).toMatchObject({
      code: 'IDEMPOTENCY_CONFLICT',
    });
    const found = await ask(
      'query ($id: ID!) { deliveries(first: 5, filter: { aboutId: $id }) { nodes { kind state about { id } } } }',
      { id: message.id },
    );
    expect(found.deliveries.nodes).toEqual([
      { kind: 'message.send', state: 'PENDING', about: { id: conversationId } },
    ]);
    expect(await deliveries.claim()).toHaveLength(1);
  });

  it('sends nothing when the abonent wrote meanwhile', async () => {
    const [one = '', two = ''] = await messageIds();
    const input = { conversationId, text: 'Ответ' };
    expect(await mutate('send', keyed({ ...input, lastSeenMessageId: one }))).toMatchObject({
      code: 'CONVERSATION_MOVED',
      newMessages: [{ text: 'two' }],
    });
    expect(await deliveries.claim()).toEqual([]);
    expect(await mutate('send', keyed({ ...input, lastSeenMessageId: two }))).toMatchObject({
      __typename: 'SendMessagePayload',
    });
  });

  it.each([[' '], ['x'.repeat(4_001)]])('refuses a text that is none, or too much', async (text) => {
    expect(await mutate('send', keyed({ conversationId, text }))).toMatchObject({
      code: 'MESSAGE_TEXT',
      path: ['input', 'text'],
    });
  });
});

describe('retryMessage', () => {
  it('queues a failed message again, which said why; any other stays as it is', async () => {
    const { message } = await mutate('send', keyed({ conversationId, text: 'Ответ' }));
    expect(await mutate('retry', keyed({ id: message.id }))).toMatchObject({
      code: 'MESSAGE_STATE',
      current: { id: message.id, state: 'QUEUED' },
    });
    await refuse(message.id);
    const { node } = await ask(`query ($id: ID!) { node(id: $id) { ... on Message { ${MESSAGE} } } }`, {
      id: message.id,
    });
    expect(node).toMatchObject({
      state: 'FAILED',
      failure: { code: 'RECIPIENT_REFUSED', reason: 'Абонент не найден' },
      isOutcomeUnknown: false,
    });
    const input = keyed({ id: message.id });
    expect(await mutate('retry', input)).toMatchObject({ message: { state: 'QUEUED', failure: null } });
    expect(await mutate('retry', input)).toMatchObject({ message: { state: 'QUEUED' } });
    expect(await deliveries.claim()).toHaveLength(1);
  });
});

describe('a conversation', () => {
  it('is assigned, unless somebody else has it by now', async () => {
    const assign = (assignee: string | null, expectedAssignee: string | null) =>
      mutate('assign', { id: conversationId, assignee, expectedAssignee });
    expect(await assign('anna', null)).toMatchObject({ conversation: { assignee: 'anna' } });
    expect(await assign('boris', null)).toEqual({
      __typename: 'AssignmentChangedError',
      code: 'ASSIGNMENT_CHANGED',
      path: ['input', 'expectedAssignee'],
      conversation: { assignee: 'anna' },
    });
    expect(await assign(null, 'anna')).toMatchObject({ conversation: { assignee: null } });
  });

  it('is resolved and opened again, unless a message has opened it meanwhile', async () => {
    const set = (input: object) => mutate('setState', { id: conversationId, ...input });
    expect(await set({ state: 'RESOLVED', expectedState: 'OPEN' })).toMatchObject({
      conversation: { state: 'RESOLVED' },
    });
    await tenant.messages(['three']);
    expect(await set({ state: 'OPEN', expectedState: 'RESOLVED' })).toMatchObject({
      conversation: { state: 'OPEN' },
    });
    expect(await set({ state: 'RESOLVED', expectedState: 'PENDING' })).toMatchObject({
      code: 'CONVERSATION_STATE',
      conversation: { state: 'OPEN' },
    });
    const { errors } = await api.query(tenant.key, `mutation ${TEXTS.setState}`, {
      input: { id: conversationId, state: 'PENDING' },
    });
    expect(errors).toMatchObject([{ message: 'A conversation becomes `PENDING` by an answer.' }]);
  });

  it('is read up to a message', async () => {
    const [one = '', two = ''] = await messageIds();
    const read = (upToMessageId: string) => mutate('markRead', { conversationId, upToMessageId });
    expect(await read(one)).toMatchObject({ conversation: { unreadCount: 1 } });
    expect(await read(two)).toMatchObject({ conversation: { unreadCount: 0 } });
    expect(await read(one)).toMatchObject({ conversation: { unreadCount: 0 } });
  });
});

it('a key of another company finds neither conversation nor message, and changes nothing', async () => {
  const { message } = await mutate('send', keyed({ conversationId, text: 'Ответ' }));
  const { key } = await api.tenant(`company${next++}`);
  const id = conversationId;
  const outcomes = [
    await mutate('send', keyed({ conversationId, text: 'x' }), key),
    await mutate('retry', keyed({ id: message.id }), key),
    await mutate('assign', { id, assignee: 'x', expectedAssignee: null }, key),
    await mutate('setState', { id, state: 'RESOLVED' }, key),
    await mutate('markRead', { conversationId, upToMessageId: message.id }, key),
  ];
  expect(outcomes.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'NOT_FOUND'));
  expect(
    (await ask(`query ($id: ID!) { conversation(id: $id) { ${CONVERSATION} } }`, { id })).conversation,
  ).toMatchObject({ state: 'OPEN', assignee: null, unreadCount: 2 });
  // Neither does a message of another conversation count as seen.
  await tenant.messages(['other'], { abonentRosdomofonId: 2 });
  const { conversations } = await ask('{ conversations(first: 5) { nodes { id } } }');
  const other = conversations.nodes.find((node: { id: string }) => node.id !== conversationId).id;
  expect(
    await mutate('send', keyed({ conversationId: other, text: 'x', lastSeenMessageId: message.id })),
  ).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'lastSeenMessageId'] });
});
