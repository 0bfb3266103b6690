import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../testing/api.ts';
import { eventually } from '../testing/eventually.ts';
import { type Event, MESSAGE_ADDED, openSocket, SIGN_UP_CHANGED, subscribe } from '../testing/socket.ts';
import { type Tenant, uidOf } from '../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;
let other: Tenant;
let socket: Client;

beforeAll(async () => {
  api = await startApi({ isAlone: true, rememberKeysMs: 100, feed: { heartbeatMs: 200 } });
  demo = await api.tenant('demo');
  other = await api.tenant('other');
  await demo.messages(['before all']);
  await other.messages(['before all']);
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
});
beforeEach(() => {
  socket = openSocket(api.wsUrl, demo.key);
});
afterEach(async () => {
  await socket.dispose();
});

const byText = (a: string, b: string) => (a < b ? -1 : 1);
const textsOf = (events: readonly Event[]) => events.map((event) => event.message.text);
const cursorNow = async () => (await api.query(demo.key, '{ viewer { feedCursor } }')).data.viewer.feedCursor;
const conversationOf = async (tenant: Tenant) =>
  (await api.query(tenant.key, '{ conversations(first: 1) { nodes { id } } }')).data.conversations.nodes[0]
    .id;

describe('messageAdded', () => {
  it('tells of each new message once, in order', async () => {
    const subscription = subscribe(socket, MESSAGE_ADDED);
    await subscription.live;
    await demo.messages(['a', 'b']);
    await demo.messages(['c']);
    await eventually(() => expect(textsOf(subscription.events)).toEqual(['a', 'b', 'c']));
    expect(subscription.errors).toEqual([]);
  });

  it('tells of one conversation only, when asked for one', async () => {
    const subscription = subscribe(socket, MESSAGE_ADDED, { conversationId: await conversationOf(demo) });
    await subscription.live;
    await demo.messages(['elsewhere'], { abonentRosdomofonId: 77 });
    await demo.messages(['here']);
    await eventually(() => expect(textsOf(subscription.events)).toEqual(['here']));
  });

  it('replays what came after `since`, then goes on', async () => {
    const since = await cursorNow();
    await demo.messages(['missed 1', 'missed 2']);
    const subscription = subscribe(socket, MESSAGE_ADDED, { since });
    await subscription.live;
    await demo.messages(['live']);
    await eventually(() => expect(textsOf(subscription.events)).toEqual(['missed 1', 'missed 2', 'live']));

    const [first] = subscription.events;
    const again = subscribe(socket, MESSAGE_ADDED, { since: first.cursor });
    await eventually(() => expect(textsOf(again.events)).toEqual(['missed 2', 'live']));
  });

  it('gives heartbeats whose cursor moves on without a message', async () => {
    const subscription = subscribe(socket, MESSAGE_ADDED);
    await subscription.live;
    await other.messages(['moves the feed']);
    await eventually(() => expect(subscription.heartbeats.length).toBeGreaterThan(3));
    expect(subscription.heartbeats.at(-1).cursor).not.toBe(subscription.heartbeats.at(0).cursor);
    expect(subscription.events).toEqual([]);
  });

  it('refuses what is no cursor, and a conversation that the company has not', async () => {
    for (const variables of [
      { since: 'nonsense' },
      { conversationId: await conversationOf(other) },
      { conversationId: 'cnv_nonsense' },
    ]) {
      const subscription = subscribe(socket, MESSAGE_ADDED, variables);
      await subscription.ended;
      expect(subscription.errors.flat()).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('goes on when the listening backend is killed', async () => {
    const subscription = subscribe(socket, MESSAGE_ADDED);
    await subscription.live;
    const killed = await api.store.run(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'`,
      [],
    );
    // The feed's and the presence board's.
    expect(killed).toHaveLength(2);
    await demo.messages(['after the kill']);
    await eventually(() => expect(textsOf(subscription.events)).toEqual(['after the kill']), {
      timeout: 3_000,
    });
  });

  it('waits for a transaction that commits late, and loses nothing that came after it', async () => {
    const subscription = subscribe(socket, MESSAGE_ADDED);
    await subscription.live;
    const commit = await demo.messageCommittedLate('first to write');
    await demo.messages(['second to write']);
    await commit();
    await eventually(() =>
      expect(textsOf(subscription.events)).toEqual(['first to write', 'second to write']),
    );
  });
});

describe('signUpChanged', () => {
  it('tells of sign-ups that match after the change', async () => {
    const subscription = subscribe(socket, SIGN_UP_CHANGED, { filter: { wireStatus: ['processed'] } });
    await subscription.live;
    await demo.signUps([1, 2]);
    await demo.signUps([2], { wireStatus: 'processed' });
    // Also the first change of number 2 may be told: by the time it is read, the sign-up matches already.
    await eventually(() => expect(subscription.events.length).toBeGreaterThan(0));
    for (const { signUp } of subscription.events)
      expect(signUp).toMatchObject({ uid: uidOf(2), wireStatus: 'processed', state: 'NEW' });
  });

  it('may tell several changes of one sign-up as one, and tells the last', async () => {
    const since = await cursorNow();
    await demo.signUps([3]);
    for (const wireStatus of ['processed', 'connected', 'rejected']) await demo.signUps([3], { wireStatus });
    const subscription = subscribe(socket, SIGN_UP_CHANGED, { since });
    await subscription.live;
    expect(subscription.events.map((event) => event.signUp.wireStatus)).toEqual(['rejected']);
  });
});

describe('tenants', () => {
  it('never hear of each other, with whatever cursor', async () => {
    const since = await cursorNow();
    const mine = subscribe(socket, MESSAGE_ADDED, { since });
    const foreignSocket = openSocket(api.wsUrl, other.key);
    const theirs = subscribe(foreignSocket, MESSAGE_ADDED, { since });
    await Promise.all([mine.live, theirs.live]);
    await other.messages(['for others']);
    await demo.messages(['for us']);
    await eventually(() => {
      expect(textsOf(mine.events)).toEqual(['for us']);
      expect(textsOf(theirs.events)).toEqual(['for others']);
    });
    await foreignSocket.dispose();
  });
});

describe('keys', () => {
  it.each([
    ['none', ''],
    ['a wrong one', `dmv_dev_000000000000_${'0'.repeat(48)}`],
  ])('with %s the socket is closed with 4403', async (_name, key) => {
    const refused = openSocket(api.wsUrl, key);
    const subscription = subscribe(refused, MESSAGE_ADDED);
    await subscription.ended;
    expect(subscription.errors).toMatchObject([{ code: 4403 }]);
  });

  it('of an open socket that is revoked closes it within moments', async () => {
    const tenant = await api.tenant('revoked');
    const doomed = openSocket(api.wsUrl, tenant.key);
    const subscription = subscribe(doomed, MESSAGE_ADDED);
    await subscription.live;
    await api.store.run('update api_keys set revoked_at = now() where id = $1', [tenant.apiKeyId]);
    await subscription.ended;
    expect(subscription.errors).toMatchObject([{ code: 4403 }]);
    expect((await api.query(tenant.key, '{ __typename }')).status).toBe(401);
  });
});

describe('when the process stops', () => {
  it('clients are told to come back, not that their subscriptions are complete', async () => {
    const stopping = await startApi({ databaseUrl: api.databaseUrl });
    const client = openSocket(stopping.wsUrl, demo.key);
    const subscription = subscribe(client, MESSAGE_ADDED);
    await subscription.live;
    await stopping[Symbol.asyncDispose]();
    await subscription.ended;
    expect(subscription.errors).toMatchObject([{ code: 1001 }]);
  });
});

describe('under load', () => {
  /** Writers whose transactions overlap and commit out of order. */
  async function hammer(prefix: string, count: number): Promise<string[]> {
    const written: string[] = [];
    const writer = async (number: number) => {
      for (let i = 0; i < count; i++) {
        const text = `${prefix} ${number} ${i}`;
        if (i % 3 === 0) {
          const commit = await demo.messageCommittedLate(text);
          await pause(Math.random() * 8);
          await commit();
        } else await demo.messages([text]);
        written.push(text);
      }
    };
    await Promise.all([1, 2, 3, 4, 5].map(writer));
    return written.toSorted(byText);
  }

  it('readers that come, go and return with their cursor get every message once', async () => {
    const since = await cursorNow();
    const log: Event[][] = [[], [], []];
    const over = new AbortController();
    const reader = async (mine: Event[], stayMs: number) => {
      let cursor = since;
      while (!over.signal.aborted) {
        const client = openSocket(api.wsUrl, demo.key);
        const subscription = subscribe(client, MESSAGE_ADDED, { since: cursor });
        await pause(stayMs * Math.random());
        await client.dispose();
        mine.push(...subscription.events);
        cursor = subscription.cursor() || cursor;
      }
      const last = subscribe(socket, MESSAGE_ADDED, { since: cursor });
      await last.live;
      return () => [...mine, ...last.events];
    };
    const readers = log.map((mine, i) => reader(mine, 20 + i * 60));
    const steady = subscribe(socket, MESSAGE_ADDED, { since });
    const written = await hammer('load', 30);
    over.abort();
    const read = [() => steady.events, ...(await Promise.all(readers))];
    for (const events of read)
      await eventually(() => expect(events()).toHaveLength(written.length), { timeout: 10_000 });
    const order = textsOf(steady.events);
    expect(order.toSorted(byText)).toEqual(written);
    for (const events of read) expect(textsOf(events())).toEqual(order);
  });

  it('control: a reader by id loses messages of transactions that commit late', async () => {
    const [start] = await api.store.run<{ id: string }>('select max(id)::text as id from changes', []);
    let last = start?.id ?? '0';
    const over = new AbortController();
    let seen = 0;
    const reader = (async () => {
      while (!over.signal.aborted) {
        const rows = await api.store.run<{ id: string; entity: string }>(
          'select id::text, entity from changes where id > $1 order by changes.id',
          [last],
        );
        seen += rows.filter(({ entity }) => entity === 'message').length;
        last = rows.at(-1)?.id ?? last;
        await pause(1);
      }
    })();
    const written = await hammer('control', 30);
    over.abort();
    await reader;
    expect(seen).toBeLessThan(written.length);
  });
});
