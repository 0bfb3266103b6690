import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../testing/api.ts';
import { atSecond, type Tenant, uidOf } from '../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;

beforeAll(async () => {
  api = await startApi();
  demo = await api.tenant('demo');
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

const query = (text: string, variables?: Record<string, unknown>) => api.query(demo.key, text, variables);

describe('queries', () => {
  it('tell who asks', async () => {
    const { data, errors } = await query(
      '{ viewer { company { id shortName name createdAt } feedCursor } companies { shortName } }',
    );
    expect(errors).toEqual([]);
    expect(data.viewer.company).toMatchObject({ shortName: 'demo', name: 'Company demo' });
    expect(data.viewer.company.id).toMatch(/^cmp_/);
    expect(data.companies).toEqual([{ shortName: 'demo' }]);
  });

  it('show a sign-up with its address, abonent and timeline', async () => {
    await demo.signUps([1]);
    await demo.signUps([1], { wireStatus: 'processed' });
    const { data, errors } = await query(`{
      signUps(first: 1, filter: { uid: "${uidOf(1).toUpperCase()}" }) { nodes {
        id uid rosdomofonId state wireStatus phone requestedAt lastEventAt createdAt
        address { countryCode city street house flat }
        abonent { id rosdomofonId phone }
        application timeZone isVirtual isOfferSigned
        company { shortName }
        timeline(first: 10) { totalCount { count precision } nodes { kind wireStatus occurredAt kafka { topic partition offset } } }
      } }
    }`);
    expect(errors).toEqual([]);
    const [signUp] = data.signUps.nodes;
    expect(signUp).toMatchObject({
      uid: uidOf(1),
      rosdomofonId: 1,
      state: 'NEW',
      wireStatus: 'processed',
      phone: '+79000000001',
      requestedAt: '2026-01-01T12:00:00.000Z',
      address: { countryCode: 'RU', city: 'Иваново', street: 'Ташкентская', house: '100', flat: '7' },
      abonent: { rosdomofonId: 1, phone: '+79000000001' },
      company: { shortName: 'demo' },
    });
    expect(signUp.timeline.totalCount).toEqual({ count: 2, precision: 'EXACT' });
    expect(signUp.timeline.nodes.map((event: { kind: string }) => event.kind)).toEqual([
      'RECEIVED',
      'STATUS_CHANGED',
    ]);
    expect(signUp.timeline.nodes[0].kafka).toMatchObject({ topic: 'SIGN_UPS_demo', partition: 0 });
    const byId = await query('query ($id: ID!) { signUp(id: $id) { uid } node(id: $id) { __typename id } }', {
      id: signUp.id,
    });
    expect(byId.data).toEqual({ signUp: { uid: uidOf(1) }, node: { __typename: 'SignUp', id: signUp.id } });
  });

  it('show a conversation with its messages, newest page by `last`', async () => {
    await demo.messages(['one', 'two', 'three']);
    const { data, errors } =
      await query(`{ conversations(first: 10, filter: { hasUnread: true, channel: ["support"] }) {
      totalCount { count }
      nodes { id channel state unreadCount lastMessageAt abonent { phone }
        messages(last: 2) { totalCount { count } pageInfo { hasPreviousPage hasNextPage }
          nodes { id text direction state sentAt kafka { topic offset } conversation { id } } } }
    } }`);
    expect(errors).toEqual([]);
    const [conversation] = data.conversations.nodes;
    expect(conversation).toMatchObject({ state: 'OPEN', unreadCount: 3, abonent: { phone: '+79000000001' } });
    expect(conversation.messages).toMatchObject({
      totalCount: { count: 3 },
      pageInfo: { hasPreviousPage: true, hasNextPage: false },
      nodes: [
        { text: 'two', direction: 'IN', state: 'RECEIVED', conversation: { id: conversation.id } },
        { text: 'three', kafka: { topic: 'MESSAGES_IN_demo' } },
      ],
    });
  });

  it('show dead events with a reason and a preview that is valid whatever the bytes', async () => {
    await demo.deadEvents([
      new Uint8Array([0x7b, 0xff, 0x00, 0x41]),
      null,
      new Uint8Array(10_000).fill(0x61),
    ]);
    const { data, errors } = await query(`{ inboxEvents(state: DEAD, last: 10) { totalCount { count } nodes {
      id state reason receivedAt kafka { topic partition offset } payload { sizeBytes isTruncated text base64 } company { shortName } } } }`);
    expect(errors).toEqual([]);
    expect(data.inboxEvents.totalCount.count).toBe(3);
    const payloads = data.inboxEvents.nodes.map((event: { payload: unknown }) => event.payload);
    expect(payloads).toContainEqual({
      sizeBytes: 4,
      isTruncated: false,
      text: '{\ufffd\0A',
      base64: 'e/8AQQ==',
    });
    expect(payloads).toContainEqual(null);
    expect(payloads).toContainEqual(expect.objectContaining({ sizeBytes: 10_000, isTruncated: true }));
    const [event] = data.inboxEvents.nodes;
    expect(event).toMatchObject({ state: 'DEAD', reason: 'not JSON', kafka: { topic: 'MESSAGES_IN_demo' } });
    const again = await query('query ($id: ID!) { node(id: $id) { ... on InboxEvent { id reason } } }', {
      id: event.id,
    });
    expect(again.data.node).toEqual({ id: event.id, reason: 'not JSON' });
  });

  it('count network sign-ups by day, city and application, and never list them', async () => {
    await demo.signUps([900, 901], {}, 'network');
    await demo.signUps([902], { city: null, requestedAt: atSecond(86_400) }, 'network');
    const { data } = await query(`{
      networkSignUpCounts(from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00+03:00") { day city application count }
      signUps(first: 10, filter: { rosdomofonId: 900 }) { nodes { id } totalCount { count } }
    }`);
    expect(data.networkSignUpCounts).toEqual([
      { day: '2026-01-02', city: null, application: 'rd_android', count: 1 },
      { day: '2026-01-01', city: 'Иваново', application: 'rd_android', count: 2 },
    ]);
    expect(data.signUps).toEqual({ nodes: [], totalCount: { count: 0 } });
  });

  it('find by every filter of the list', async () => {
    await demo.signUps([50], { city: 'Алматы', wireStatus: 'connected' });
    const found = async (filter: string) =>
      (
        await query(`{ signUps(first: 100, filter: ${filter}) { nodes { rosdomofonId } } }`)
      ).data.signUps.nodes.map((signUp: { rosdomofonId: number }) => signUp.rosdomofonId);
    expect(await found('{ city: "Алматы" }')).toEqual([50]);
    expect(await found('{ wireStatus: ["connected", "strange\\"\\\\"] }')).toEqual([50]);
    expect(await found('{ abonentRosdomofonId: 50, state: [NEW, FAILED] }')).toEqual([50]);
    expect(await found('{ createdAt: { to: "2020-01-01T00:00:00Z" } }')).toEqual([]);
    expect(await found('{ rosdomofonId: 50, createdAt: { from: "0001-01-01T00:00:00Z" } }')).toEqual([50]);
    expect(await found('{ state: [] }')).toEqual([]);
  });

  it('say what is wrong with their arguments', async () => {
    for (const [text, message] of [
      ['{ signUps { nodes { id } } }', 'Give exactly one of `first` and `last`.'],
      ['{ signUps(first: 1, last: 1) { nodes { id } } }', 'Give exactly one of `first` and `last`.'],
      ['{ signUps(first: 101) { nodes { id } } }', '`first` has to be from 1 to 100.'],
      ['{ signUps(last: 0) { nodes { id } } }', '`last` has to be from 1 to 100.'],
      [
        '{ signUps(first: 1, before: "x") { nodes { id } } }',
        '`before` goes with `last`; with `first` goes `after`.',
      ],
      ['{ signUps(first: 1, after: "x") { nodes { id } } }', 'The cursor is not one of this list.'],
      ['{ signUps(first: 1, filter: { uid: "7" }) { nodes { id } } }', '`uid` has to be a UUID.'],
      [
        '{ signUps(first: 1, filter: { city: "\\u0000" }) { nodes { id } } }',
        'A filter must not contain U+0000.',
      ],
    ] as const) {
      const { errors } = await query(text);
      expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});
