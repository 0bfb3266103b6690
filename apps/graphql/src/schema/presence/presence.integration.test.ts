import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { eventually } from '../../testing/eventually.ts';
import { openSocket, subscribe } from '../../testing/socket.ts';
import type { Tenant } from '../../testing/tenant.ts';

const presence = { holdsForMs: { reading: 1_500, typing: 600 } };
let api: TestApi;
/** Another process of the API, as far as these two know: they share nothing but the database. */
let second: TestApi;
let demo: Tenant;
let other: Tenant;
let conversationId: string;
beforeAll(async () => {
  api = await startApi({ presence });
  second = await startApi({ presence, databaseUrl: api.databaseUrl });
  [demo, other] = [await api.tenant('demo'), await api.tenant('other')];
  await demo.messages(['one']);
  const { data } = await api.query(demo.key, '{ conversations(first: 1) { nodes { id } } }');
  conversationId = data.conversations.nodes[0].id;
});
afterAll(async () => {
  await second[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

const personOf = (key: string) => `api-key:${key.split('_')[2]}`;
const set = async (to: TestApi, key: string, state: string | null, id = conversationId) => {
  const text = `mutation ($input: SetPresenceInput!) { setPresence(input: $input) { __typename
    ... on SetPresencePayload { holdsForMs } } }`;
  const { data, errors } = await to.query(key, text, { input: { conversationId: id, state } });
  expect(errors).toEqual([]);
  return data.setPresence;
};
const TEXT = `subscription ($id: ID) { presenceChanged(conversationId: $id) { __typename cursor
  ... on PresenceChanged { conversation { id } presence { person state } } } }`;
const feedSize = () => api.store.run('select count(*)::int as n from changes', []);

it('tells across processes who reads and who types, forgets who is silent, and writes nothing down', async () => {
  const [socket, stranger] = [openSocket(second.wsUrl, demo.key), openSocket(second.wsUrl, other.key)];
  const followed = subscribe(socket, TEXT, { id: conversationId });
  const theirs = subscribe(stranger, TEXT);
  await Promise.all([followed.live, theirs.live]);
  const before = await feedSize();
  const boris = await api.key(demo);
  expect(await set(api, demo.key, 'READING')).toEqual({
    __typename: 'SetPresencePayload',
    holdsForMs: 1_500,
  });
  await eventually(() =>
    expect(followed.events.at(-1)?.presence).toEqual([{ person: personOf(demo.key), state: 'READING' }]),
  );
  await set(second, boris, 'TYPING');
  await eventually(() =>
    expect(followed.events.at(-1)?.presence).toEqual([
      { person: personOf(demo.key), state: 'READING' },
      { person: personOf(boris), state: 'TYPING' },
    ]),
  );
  const text = 'query ($id: ID!) { conversation(id: $id) { presence { person } } }';
  expect((await api.query(demo.key, text, { id: conversationId })).data.conversation.presence).toHaveLength(
    2,
  );
  // Without a renewal both are forgotten; the writer first.
  await eventually(() => expect(followed.events.at(-1)?.presence).toEqual([]));
  const states = followed.events.map((event) => event.presence.length);
  expect(states.slice(-3)).toEqual([2, 1, 0]);
  await set(api, demo.key, 'READING');
  await set(api, demo.key, null);
  await eventually(() =>
    expect(followed.events.map((event) => event.presence.length).slice(-2)).toEqual([1, 0]),
  );
  expect(await feedSize()).toEqual(before);
  expect(
    await api.store.run('select count(*)::int as n from audit_entries where entity = $$conversation$$', []),
  ).toEqual([{ n: 0 }]);
  expect(theirs.events).toEqual([]);
  expect(await set(api, other.key, 'READING')).toEqual({ __typename: 'NotFoundError' });
  await socket.dispose();
  await stranger.dispose();
});

it('the same said again and again is told once, and holds', async () => {
  const socket = openSocket(api.wsUrl, demo.key);
  const followed = subscribe(socket, TEXT);
  await followed.live;
  for (let n = 0; n < 20; n++) await set(api, demo.key, 'READING');
  await eventually(() => expect(followed.events).toHaveLength(1));
  await set(api, demo.key, 'TYPING');
  await eventually(() => expect(followed.events.at(-1)?.presence).toMatchObject([{ state: 'TYPING' }]));
  expect(followed.events).toHaveLength(2);
  await socket.dispose();
});
