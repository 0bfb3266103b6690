import { randomUUID } from 'node:crypto';
import { messageStatesBefore } from '@domovoy/domain';
import { markMessageSent, notifyChanges } from '@domovoy/store';
import type { Client } from 'graphql-ws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeId } from '../../ids/node-id.ts';
import { startApi, type TestApi } from '../../testing/api.ts';
import { eventually } from '../../testing/eventually.ts';
import { MESSAGE_ADDED, openSocket, subscribe } from '../../testing/socket.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;
let socket: Client;

beforeAll(async () => {
  api = await startApi({ isAlone: true });
  demo = await api.tenant('demo');
  socket = openSocket(api.wsUrl, demo.key);
  await demo.messages(['Здравствуйте']);
});
afterAll(async () => {
  await socket.dispose();
  await api[Symbol.asyncDispose]();
});

const CHANGED = `subscription ($conversationId: ID, $since: Cursor) {
  messageChanged(conversationId: $conversationId, since: $since) { __typename cursor
    ... on MessageChanged { message { id text state } } } }`;
const CONVERSATION_CHANGED = `subscription ($filter: ConversationFilterInput) {
  conversationChanged(filter: $filter) { __typename cursor
    ... on ConversationChanged { conversation { id state assignee unreadCount } } } }`;

const ask = async (text: string, variables?: Record<string, unknown>) => {
  const { data, errors } = await api.query(demo.key, text, variables);
  expect(errors).toEqual([]);
  return data;
};

it('a message is told when it is queued and when it is sent; messageAdded tells it once', async () => {
  const conversationId = (await ask('{ conversations(first: 1) { nodes { id } } }')).conversations.nodes[0]
    .id;
  const changed = subscribe(socket, CHANGED, { conversationId });
  const added = subscribe(socket, MESSAGE_ADDED, { conversationId });
  await Promise.all([changed.live, added.live]);
  const send =
    'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { ... on SendMessagePayload { message { id } } } }';
  const input = { conversationId, text: 'Ответ', idempotencyKey: randomUUID() };
  const { id } = (await ask(send, { input })).sendMessage.message;
  await eventually(() => expect(changed.events.at(-1)?.message).toMatchObject({ id, state: 'QUEUED' }));
  const since = changed.cursor();

  await markMessageSent(api.store, {
    companyId: demo.company.id,
    messageId: decodeId('Message', id) ?? 0n,
    from: messageStatesBefore('sent'),
  });
  await notifyChanges(api.store);
  await eventually(() =>
    expect(changed.events.at(-1)?.message).toEqual({ id, text: 'Ответ', state: 'SENT' }),
  );
  // One more behind it: whatever were told twice, were told by then.
  await demo.messages(['Спасибо']);
  await eventually(() => expect(added.events.at(-1)?.message.text).toBe('Спасибо'));
  expect(added.events.map(({ message }) => message.text)).toEqual(['Ответ', 'Спасибо']);

  const later = subscribe(socket, CHANGED, { conversationId, since });
  await eventually(() =>
    expect(later.events.map(({ message }) => [message.text, message.state])).toEqual([
      ['Ответ', 'SENT'],
      ['Спасибо', 'RECEIVED'],
    ]),
  );
  for (const { errors } of [changed, added, later]) expect(errors).toEqual([]);
});

it('a conversation is told with every change that the filter wants, and to nobody else', async () => {
  const other = await api.tenant('other');
  const otherSocket = openSocket(api.wsUrl, other.key);
  const all = subscribe(socket, CONVERSATION_CHANGED);
  const resolved = subscribe(socket, CONVERSATION_CHANGED, { filter: { state: ['RESOLVED'] } });
  const foreign = subscribe(otherSocket, CONVERSATION_CHANGED);
  await Promise.all([all.live, resolved.live, foreign.live]);
  const { id } = (await ask('{ conversations(first: 1) { nodes { id } } }')).conversations.nodes[0];
  await ask(
    'mutation ($id: ID!) { assignConversation(input: { id: $id, assignee: "anna" }) { __typename } }',
    { id },
  );
  await eventually(() => expect(all.events.at(-1)?.conversation).toMatchObject({ id, assignee: 'anna' }));
  await ask(
    'mutation ($id: ID!) { setConversationState(input: { id: $id, state: RESOLVED }) { __typename } }',
    { id },
  );
  await eventually(() =>
    expect(resolved.events.at(-1)?.conversation).toMatchObject({ id, state: 'RESOLVED' }),
  );
  expect(resolved.events).toHaveLength(1);
  await other.messages(['their own']);
  await eventually(() => expect(foreign.events).not.toEqual([]));
  expect(foreign.events.map(({ conversation }) => conversation.id)).not.toContain(id);
  await otherSocket.dispose();
});
