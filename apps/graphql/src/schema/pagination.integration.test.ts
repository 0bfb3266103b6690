import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../testing/api.ts';
import { atSecond, type Tenant } from '../testing/tenant.ts';
import { expectPages, type List, PAGE, walk } from '../testing/walk.ts';

const SIGN_UPS = 57;
const MESSAGES = 41;
let api: TestApi;
let demo: Tenant;
let other: Tenant;
let conversationId: string;

beforeAll(async () => {
  api = await startApi();
  demo = await api.tenant('demo');
  other = await api.tenant('other');
  // In chunks: rows of one statement have the same time, the key has to tell them apart.
  for (let from = 1; from <= SIGN_UPS; from += 10)
    await demo.signUps(Array.from({ length: Math.min(10, SIGN_UPS + 1 - from) }, (_, i) => from + i));
  await demo.messages(Array.from({ length: MESSAGES }, (_, i) => `message ${i}`));
  for (let abonent = 100; abonent < 130; abonent++)
    await demo.messages(['x'], { abonentRosdomofonId: abonent, sentAt: atSecond(abonent % 7) });
  await api.store.run(`update conversations set state = 'resolved' where abonent_rosdomofon_id % 3 = 0`, []);
  await api.store.run(`update conversations set state = 'pending' where abonent_rosdomofon_id % 3 = 1`, []);
  await demo.deadEvents(Array.from({ length: 33 }, (_, i) => new Uint8Array([i])));
  await other.signUps([1, 2, 3]);
  await other.messages(['x']);
  conversationId = (
    await api.query(
      demo.key,
      '{ conversations(first: 1, filter: { abonentRosdomofonId: 1 }) { nodes { id } } }',
    )
  ).data.conversations.nodes[0].id;
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

const LISTS: List[] = [
  {
    name: 'signUps',
    text: (args) => `{ signUps(${args}) { ${PAGE} } }`,
    connection: (data) => data.signUps,
  },
  {
    name: 'signUps of some states',
    text: (args) => `{ signUps(${args}, filter: { state: [NEW, FAILED, REJECTED] }) { ${PAGE} } }`,
    connection: (data) => data.signUps,
  },
  {
    name: 'conversations of all states',
    text: (args) => `{ conversations(${args}) { ${PAGE} } }`,
    connection: (data) => data.conversations,
  },
  {
    name: 'conversations of two states',
    text: (args) => `{ conversations(${args}, filter: { state: [OPEN, RESOLVED] }) { ${PAGE} } }`,
    connection: (data) => data.conversations,
  },
  {
    name: 'messages of a conversation',
    text: (args) => `{ conversation(id: "${conversationId}") { messages(${args}) { ${PAGE} } } }`,
    connection: (data) => data.conversation.messages,
  },
  {
    name: 'inboxEvents',
    text: (args) => `{ inboxEvents(state: DEAD, ${args}) { ${PAGE} } }`,
    connection: (data) => data.inboxEvents,
  },
];

describe.each(LISTS)('pages of $name', (list) => {
  it('give every row once, in one order, in both directions, whatever their sizes', async () => {
    await expectPages({ api, key: demo.key }, list);
  });
});

describe('while rows are added', () => {
  it('a walk gives all rows that were there when it began, once', async () => {
    const [signUps] = LISTS;
    if (!signUps) throw new TypeError('there are lists');
    const by = { api, key: demo.key };
    const before = await walk(by, signUps, { direction: 'forward', sizes: () => 100 });
    let next = 1_000;
    const over = new AbortController();
    const writer = (async () => {
      while (!over.signal.aborted) await demo.signUps([next++, next++]);
    })();
    const forward = await walk(by, signUps, { direction: 'forward', sizes: () => 7 });
    const backward = await walk(by, signUps, { direction: 'backward', sizes: () => 7 });
    over.abort();
    await writer;
    for (const walked of [forward, backward]) {
      expect(new Set(walked).size).toBe(walked.length);
      expect(walked.filter((id) => before.includes(id))).toEqual(before);
    }
  });
});

describe('totals', () => {
  it('are exact up to 10,000 and say so beyond', async () => {
    const tenant = await api.tenant('many');
    await api.store.run(
      `insert into sign_ups (company_id, uid, rosdomofon_id, wire_status, state, abonent_rosdomofon_id, phone, requested_at, seen_at)
       select $1, gen_random_uuid(), n, 'unprocessed', 'new', n, '79000000000', now(), now() from generate_series(1, 10000) n`,
      [tenant.company.id],
    );
    const total = async () =>
      (await api.query(tenant.key, '{ signUps(first: 1) { totalCount { count precision } } }')).data.signUps
        .totalCount;
    expect(await total()).toEqual({ count: 10_000, precision: 'EXACT' });
    await tenant.signUps([20_000]);
    expect(await total()).toEqual({ count: 10_000, precision: 'AT_LEAST' });
  });
});

describe('tenants', () => {
  it('find nothing of each other by id', async () => {
    const { data } = await api.query(
      demo.key,
      `{ signUps(first: 1) { nodes { id abonent { id } } } conversations(first: 1) { nodes { id messages(first: 1) { nodes { id } } } }
         inboxEvents(state: DEAD, first: 1) { nodes { id } } viewer { company { id } } }`,
    );
    const ids = [
      data.signUps.nodes[0].id,
      data.signUps.nodes[0].abonent.id,
      data.conversations.nodes[0].id,
      data.conversations.nodes[0].messages.nodes[0].id,
      data.inboxEvents.nodes[0].id,
      data.viewer.company.id,
    ];
    const text =
      'query ($ids: [ID!]!, $s: ID!, $c: ID!) { nodes(ids: $ids) { id } signUp(id: $s) { id } conversation(id: $c) { id } }';
    const variables = { ids, s: ids[0], c: ids[2] };
    const mine = await api.query(demo.key, text, variables);
    expect(mine.data.nodes).toEqual(ids.map((id) => ({ id })));
    const theirs = await api.query(other.key, text, variables);
    expect(theirs.errors).toEqual([]);
    expect(theirs.data).toEqual({ nodes: ids.map(() => null), signUp: null, conversation: null });
  });

  it('cannot use cursors of each other, of another list or of another conversation', async () => {
    const cursorOf = async (key: string, text: string) =>
      Object.values(
        (await api.query(key, text)).data as Record<string, { pageInfo: { endCursor: string } }>,
      )[0]?.pageInfo.endCursor ?? '';
    const signUps = await cursorOf(demo.key, '{ signUps(first: 2) { pageInfo { endCursor } } }');
    const conversations = await cursorOf(demo.key, '{ conversations(first: 2) { pageInfo { endCursor } } }');
    const good = await api.query(demo.key, `{ signUps(first: 2, after: "${signUps}") { nodes { id } } }`);
    expect(good.errors).toEqual([]);
    for (const [key, text] of [
      [other.key, `{ signUps(first: 2, after: "${signUps}") { nodes { id } } }`],
      [demo.key, `{ conversations(first: 2, after: "${signUps}") { nodes { id } } }`],
      [demo.key, `{ signUps(last: 2, before: "${conversations}") { nodes { id } } }`],
      [demo.key, `{ signUps(first: 2, after: "${signUps.slice(0, -2)}") { nodes { id } } }`],
      [
        demo.key,
        `{ conversation(id: "${conversationId}") { messages(first: 2, after: "${signUps}") { nodes { id } } } }`,
      ],
    ] as const) {
      const { errors } = await api.query(key, text);
      expect(errors).toMatchObject([
        { message: 'The cursor is not one of this list.', extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    }
  });
});
