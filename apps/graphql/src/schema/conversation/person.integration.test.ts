import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { eventually } from '../../testing/eventually.ts';
import { createMirror } from '../../testing/mirror.ts';
import { openSocket, subscribe } from '../../testing/socket.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let tenant: Tenant;
let boris: string;
let conversationId: string;
let next = 0;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  tenant = await api.tenant(`company${next++}`);
  boris = await api.key(tenant);
  await tenant.messages(['one', 'two']);
  conversationId = (await ask('{ conversations(first: 1) { nodes { id } } }')).conversations.nodes[0].id;
});

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables?: Record<string, unknown>, key = tenant.key): Promise<any> {
  const { data, errors } = await api.query(key, text, variables);
  expect(errors).toEqual([]);
  return data;
}
const mutate = async (name: string, input: object, selection = '', key = tenant.key) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { outcome: ${name}(input: $input) { __typename ... on UserError { code path } ${selection} } }`;
  return (await ask(text, { input }, key)).outcome;
};
const conversation = async (fields: string, key = tenant.key) =>
  (await ask(`query ($id: ID!) { conversation(id: $id) { ${fields} } }`, { id: conversationId }, key))
    .conversation;
const messageIds = async (): Promise<string[]> =>
  (await conversation('messages(first: 50) { nodes { id } }')).messages.nodes.map(
    ({ id }: { id: string }) => id,
  );
const personOf = (key: string) => `api-key:${key.split('_')[2]}`;

describe('several people at once', () => {
  it('one gets the conversation, and the others hear who', async () => {
    const people = Array.from({ length: 8 }, (_, n) => `person ${n}`);
    const outcomes = await Promise.all(
      people.map((assignee) =>
        mutate(
          'assignConversation',
          { id: conversationId, assignee, expectedAssignee: null },
          '... on AssignmentChangedError { conversation { assignee } }',
        ),
      ),
    );
    const { assignee } = await conversation('assignee');
    expect(outcomes.filter(({ __typename }) => __typename === 'AssignConversationPayload')).toHaveLength(1);
    expect(outcomes[people.indexOf(assignee)].__typename).toBe('AssignConversationPayload');
    for (const outcome of outcomes.filter(({ __typename }) => __typename === 'AssignmentChangedError'))
      expect(outcome.conversation).toEqual({ assignee });
    expect(
      await api.store.run(
        `select actor from audit_entries where action = 'conversation.assign' and company_id = $1`,
        [tenant.company.id],
      ),
    ).toHaveLength(1);
  });

  it('an answer to what was seen is never sent behind what came meanwhile', async () => {
    const lastSeenMessageId = (await messageIds()).at(-1);
    const send = () =>
      mutate(
        'sendMessage',
        { conversationId, text: 'ответ', lastSeenMessageId, idempotencyKey: randomUUID() },
        '... on SendMessagePayload { message { id } } ... on ConversationMovedError { newMessages { id text } }',
      );
    const [, ...outcomes] = await Promise.all([
      tenant.messages(['three']),
      ...Array.from({ length: 8 }, send),
    ]);
    const order = await messageIds();
    const rows = await ask(
      'query ($id: ID!) { conversation(id: $id) { messages(first: 50) { nodes { id text } } } }',
      {
        id: conversationId,
      },
    );
    const three = rows.conversation.messages.nodes.find(({ text }: { text: string }) => text === 'three').id;
    for (const outcome of outcomes) {
      if (outcome.__typename === 'SendMessagePayload')
        expect(order.indexOf(outcome.message.id)).toBeLessThan(order.indexOf(three));
      else expect(outcome).toMatchObject({ code: 'CONVERSATION_MOVED', newMessages: [{ id: three }] });
    }
    expect(await send()).toMatchObject({ code: 'CONVERSATION_MOVED' });
  });
});

describe('what is a person’s own', () => {
  it('counts what each of them has not read; the conversation counts what nobody has', async () => {
    const counts = async () => [
      await conversation('unreadCount viewerUnreadCount'),
      await conversation('unreadCount viewerUnreadCount', boris),
    ];
    const read = async (upToMessageId: string | undefined, key = tenant.key) =>
      mutate('markRead', { conversationId, upToMessageId }, '', key);
    expect(await counts()).toEqual([0, 1].map(() => ({ unreadCount: 2, viewerUnreadCount: 2 })));
    const [first, second] = await messageIds();
    await read(second, boris);
    await tenant.messages(['three']);
    await read(first);
    expect(await counts()).toEqual([
      { unreadCount: 1, viewerUnreadCount: 2 },
      { unreadCount: 1, viewerUnreadCount: 1 },
    ]);
    await read((await messageIds()).at(-1));
    // Further back than before: what was read stays read.
    await read(first);
    expect(await counts()).toEqual([
      { unreadCount: 0, viewerUnreadCount: 0 },
      { unreadCount: 0, viewerUnreadCount: 1 },
    ]);
    // Who is new has not to read what was there before they first read anything.
    const anna = await api.key(tenant);
    await tenant.messages(['of another'], { abonentRosdomofonId: 2 });
    await read((await messageIds()).at(-1), anna);
    const { conversations } = await ask(
      '{ conversations(first: 5) { nodes { viewerUnreadCount } } }',
      {},
      anna,
    );
    expect(conversations.nodes).toEqual([{ viewerUnreadCount: 0 }, { viewerUnreadCount: 0 }]);
  });

  it('a draft is kept for its author alone, and is gone when it is sent', async () => {
    const before = await api.store.run('select count(*)::int as n from changes', []);
    const save = (text: string, key = tenant.key) =>
      mutate(
        'saveDraft',
        { conversationId, text },
        '... on SaveDraftPayload { conversation { draft { text } } }',
        key,
      );
    expect((await save('Добрый д')).conversation).toEqual({ draft: { text: 'Добрый д' } });
    expect((await save('Добрый день')).conversation).toEqual({ draft: { text: 'Добрый день' } });
    expect(await conversation('draft { text updatedAt }', boris)).toEqual({ draft: null });
    expect(await save('x'.repeat(4_001))).toMatchObject({ code: 'MESSAGE_TEXT' });
    expect(await api.store.run('select count(*)::int as n from changes', [])).toEqual(before);
    await save('мой', boris);
    await mutate('sendMessage', { conversationId, text: 'Добрый день', idempotencyKey: randomUUID() });
    expect(await conversation('draft { text }')).toEqual({ draft: null });
    expect((await save('  ', boris)).conversation).toEqual({ draft: null });
  });
});

describe('a conversation that is set aside', () => {
  const snooze = (until: string | null) =>
    mutate(
      'snoozeConversation',
      { id: conversationId, until },
      '... on SnoozeConversationPayload { conversation { snoozedUntil snoozedBy } }',
    );
  const inView = async (view: string) =>
    (
      await ask(
        'query ($view: ConversationView) { conversations(first: 5, filter: { view: $view }) { nodes { id } } }',
        {
          view,
        },
      )
    ).conversations.nodes.length;
  const until = new Date(Date.now() + 3_600_000).toISOString();

  it('is in a list of its own, and comes back with a message of the abonent', async () => {
    const socket = openSocket(api.wsUrl, tenant.key);
    const followed = subscribe(
      socket,
      'subscription { conversationChanged(filter: { view: AWAKE }) { __typename cursor ... on ConversationChanged { conversation { snoozedUntil } } } }',
    );
    await followed.live;
    expect((await snooze(until)).conversation).toEqual({
      snoozedUntil: until,
      snoozedBy: personOf(tenant.key),
    });
    expect([await inView('SNOOZED'), await inView('AWAKE'), await inView('UNASSIGNED')]).toEqual([1, 0, 0]);
    await tenant.messages(['three']);
    expect([await inView('SNOOZED'), await inView('AWAKE'), await inView('UNASSIGNED')]).toEqual([0, 1, 1]);
    await eventually(() => expect(followed.events).toMatchObject([{ conversation: { snoozedUntil: null } }]));
    await socket.dispose();
    await mutate('assignConversation', { id: conversationId, assignee: personOf(tenant.key) });
    expect([await inView('MINE'), await inView('UNASSIGNED')]).toEqual([1, 0]);
  });

  it('comes back when it is resolved, or when somebody wants it back', async () => {
    await snooze(until);
    expect((await snooze(null)).conversation).toEqual({ snoozedUntil: null, snoozedBy: null });
    await snooze(until);
    await mutate('setConversationState', { id: conversationId, state: 'RESOLVED' });
    expect(await conversation('snoozedUntil')).toEqual({ snoozedUntil: null });
    expect(await snooze('2020-01-01T00:00:00Z')).toMatchObject({
      code: 'TIME_REFUSED',
      path: ['input', 'until'],
    });
  });
});

describe('canned responses', () => {
  const save = (input: object, key = tenant.key) =>
    mutate(
      'saveCannedResponse',
      { title: 'Адрес', ...input },
      `... on SaveCannedResponsePayload { cannedResponse { id version title text updatedBy } }
       ... on UnknownVariablesError { unknown known } ... on StaleVersionError { currentVersion changedBy }`,
      key,
    );
  const RENDER = `query ($id: ID!, $conversationId: ID!) { renderCannedResponse(id: $id, conversationId: $conversationId) {
    __typename ... on RenderCannedResponsePayload { text missingVariables } ... on UserError { code path message } } }`;
  const render = async (id: string, to = conversationId) =>
    (await ask(RENDER, { id, conversationId: to })).renderCannedResponse;

  it('are filled in for a conversation; what is not known is said', async () => {
    await (await createMirror(api.store, tenant)).import({
      services: [{ rosdomofonId: 1, name: 'Домофон' }],
      entrances: [{ rosdomofonId: 1, services: [1] }],
      accounts: [{ rosdomofonId: 1, number: 'A1', phone: '79000000001', ownerAbonentRosdomofonId: 1 }],
      flats: [{ rosdomofonId: 1, number: '7', entranceRosdomofonId: 1, accountRosdomofonId: 1 }],
      connections: [{ rosdomofonId: 1, accountRosdomofonId: 1 }],
    });
    const text =
      '{{company}}: {{address}}, кв. {{ flat }}, {{services}}, счёт {{account}}, тел. {{abonent.phone}}. {{agent}}';
    const { cannedResponse } = await save({ text });
    expect(await render(cannedResponse.id)).toMatchObject({
      text: `Company ${tenant.company.shortName}: Иваново, Ташкентская, 100, кв. 7, Домофон, счёт A1, тел. 79000000001. ${personOf(tenant.key)}`,
      missingVariables: [],
    });
    await tenant.messages(['of another'], { abonentRosdomofonId: 2 });
    const { conversations } = await ask(
      '{ conversations(first: 5, filter: { abonentRosdomofonId: 2 }) { nodes { id } } }',
    );
    expect(await render(cannedResponse.id, conversations.nodes[0].id)).toMatchObject({
      missingVariables: ['address', 'flat', 'services', 'account'],
    });
    expect(await render('cnr_0000000000000')).toMatchObject({ code: 'NOT_FOUND', path: ['id'] });
  });

  it('refuse variables that do not exist, also when they existed once', async () => {
    expect(await save({ text: '{{abonent.name}} {{flat}} {{x}} {{x}}' })).toMatchObject({
      code: 'UNKNOWN_VARIABLES',
      path: ['input', 'text'],
      unknown: ['abonent.name', 'x'],
      known: expect.arrayContaining(['flat', 'company']),
    });
    expect(await save({ text: ' ' })).toMatchObject({ code: 'MESSAGE_TEXT' });
    const { cannedResponse } = await save({ text: 'кв. {{flat}}' });
    await api.store.run(`update canned_responses set text = '{{gone}}' where text = 'кв. {{flat}}'`, []);
    expect(await render(cannedResponse.id)).toMatchObject({
      code: 'UNKNOWN_VARIABLES',
      path: ['id'],
      message: 'There is no {{gone}}.',
    });
  });

  it('of two people who change one at once, one hears of the other', async () => {
    const { cannedResponse } = await save({ text: 'a' });
    const { id, version } = cannedResponse;
    const both = await Promise.all([
      save({ id, expectedVersion: version, text: 'b' }),
      save({ id, expectedVersion: version, text: 'c' }, boris),
    ]);
    expect(both.map(({ __typename }): string => __typename).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'SaveCannedResponsePayload',
      'StaleVersionError',
    ]);
    const { cannedResponses } = await ask(
      '{ cannedResponses(first: 5) { nodes { id version } totalCount { count } } }',
    );
    expect(cannedResponses).toEqual({ nodes: [{ id, version: version + 1 }], totalCount: { count: 1 } });
    expect(
      await mutate('deleteCannedResponse', { id }, '... on DeleteCannedResponsePayload { deletedId }'),
    ).toMatchObject({
      deletedId: id,
    });
    expect(await mutate('deleteCannedResponse', { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
    const audit = `select action from audit_entries where company_id = $1 and entity = 'canned_response' order by id`;
    expect(
      (await api.store.run<{ action: string }>(audit, [tenant.company.id])).map(({ action }) => action),
    ).toEqual(['canned_response.save', 'canned_response.save', 'canned_response.delete']);
  });
});
