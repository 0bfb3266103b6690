import { createLogger } from '@domovoy/service-kit';
import { FEED_START, forgetChanges, markFeed, openFeed, readFeedPage, type Store } from '@domovoy/store';
import { createProxy, createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startApi, type TestApi } from '../testing/api.ts';
import { MESSAGE_ADDED, openSocket, subscribe } from '../testing/socket.ts';
import type { Tenant } from '../testing/tenant.ts';
import { createFeed, type Feed, type FeedOptions, feedOfStore } from './feed.ts';
import type { FollowEvent } from './feed-event.ts';
import type { FeedSource } from './feed-source.ts';

const logger = createLogger({ name: 'feed-test', level: 'silent' });
const all = { entity: 'message', matches: () => true } as const;

let api: TestApi;
let demo: Tenant;
beforeAll(async () => {
  api = await startApi({ isAlone: true });
  demo = await api.tenant('demo');
  await demo.messages(['before all']);
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

const feedWith = (options: Partial<FeedOptions>, source: Partial<FeedSource> = {}): Feed =>
  createFeed({ ...feedOfStore(api.store), ...source }, { logger, ...options });

/** Reads on until so many messages came. */
async function take(
  events: AsyncGenerator<FollowEvent<'message'>[], void, void>,
  count: number,
): Promise<string[]> {
  const texts: string[] = [];
  while (texts.length < count) {
    const { value, done } = await events.next();
    if (done === true) break;
    for (const event of value) if (event.kind === 'row') texts.push(event.row.text);
  }
  return texts;
}

const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix} ${i}`);

describe('a follower that does not keep up', () => {
  /** Until the follower is live again after its gap. */
  async function afterOverflow(events: ReturnType<typeof messagesOf>, feed: Feed) {
    await events.next();
    for (let i = 0; i < 10; i++) await demo.messages(numbered(`slow ${i}`, 4));
    // The mailbox holds 5: the tailer has given up on this follower by now.
    await vi.waitFor(() => expect(feed.followerCount).toBe(0), 15_000);
    const told: FollowEvent<'message'>[] = [];
    while (told.at(-1)?.kind !== 'heartbeat') told.push(...((await events.next()).value ?? []));
    return told;
  }
  const messagesOf = (feed: Feed, since: string | null) =>
    feed.follow({ ...all, companyId: demo.company.id }, since);
  const expected = Array.from({ length: 10 }, (_, i) => numbered(`slow ${i}`, 4)).flat();

  it('is told of a gap, goes on live, and gets everything by the cursor that the gap names', async () => {
    await using feed = feedWith({ maxWaiting: 5, pageSize: 7 });
    const events = messagesOf(feed, null);
    const told = await afterOverflow(events, feed);
    expect(told.map(({ kind }) => kind)).toEqual(['gap', 'heartbeat']);
    const next = take(events, 1);
    await demo.messages(['live again']);
    expect(await next).toEqual(['live again']);
    await events.return();

    const [gap] = told;
    if (gap?.kind !== 'gap') throw new Error('a gap is expected');
    expect(gap.reason).toBe('too_slow');
    const again = messagesOf(feed, gap.since);
    expect(await take(again, expected.length + 1)).toEqual([...expected, 'live again']);
    await again.return();
  });

  it('control: a mailbox that is large enough has all of it, and no gap', async () => {
    await using feed = feedWith({ maxWaiting: 100 });
    const events = messagesOf(feed, null);
    await events.next();
    for (let i = 0; i < 10; i++) await demo.messages(numbered(`slow ${i}`, 4));
    expect(await take(events, expected.length)).toEqual(expected);
    expect(feed.followerCount).toBe(1);
    await events.return();
  });
});

describe('the one tailer', () => {
  it('reads each page once, however many follow, and nothing when nobody does', async () => {
    const readPage = vi.fn<FeedSource['readPage']>((range) => readFeedPage(api.store, range));
    await using feed = feedWith({}, { readPage });
    await demo.messages(['nobody listens']);
    expect(readPage).not.toHaveBeenCalled();
    const followers = Array.from({ length: 20 }, () =>
      feed.follow({ ...all, companyId: demo.company.id }, null),
    );
    await Promise.all(followers.map((events) => events.next()));
    const before = readPage.mock.calls.length;
    const taken = Promise.all(followers.map((events) => take(events, 1)));
    await demo.messages(['for all']);
    expect(await taken).toEqual(Array.from({ length: 20 }, () => ['for all']));
    expect(readPage.mock.calls.length - before).toBeLessThan(15);
    await Promise.all(followers.map((events) => events.return()));
    await vi.waitFor(() => expect(feed.followerCount).toBe(0), 15_000);
  });
});

describe('when the database is away', () => {
  it('subscriptions survive and go on without a gap; queries say SERVICE_UNAVAILABLE', async () => {
    const { hostname, port } = new URL(api.databaseUrl);
    await using proxy = await createProxy({ host: hostname, port: Number(port) });
    const throughProxy = new URL(api.databaseUrl);
    throughProxy.host = `127.0.0.1:${proxy.port}`;
    await using behind = await startApi({ databaseUrl: throughProxy.href, rememberKeysMs: 60_000 });
    const socket = openSocket(behind.wsUrl, demo.key);
    const subscription = subscribe(socket, MESSAGE_ADDED);
    await subscription.live;

    proxy.refuse(true);
    proxy.reset();
    await demo.messages(['during the outage']);
    const { errors } = await behind.query(demo.key, '{ signUps(first: 1) { nodes { id } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } }]);
    const unknownKey = await behind.query(`dmv_dev_${'1'.repeat(12)}_${'1'.repeat(48)}`, '{ __typename }');
    expect(unknownKey).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }],
    });
    expect((await fetch(new URL('/readyz', behind.url))).status).toBe(503);
    expect((await fetch(new URL('/healthz', behind.url))).status).toBe(200);

    proxy.refuse(false);
    await demo.messages(['after the outage']);
    await vi.waitFor(
      () =>
        expect(subscription.events.map((event) => event.message.text)).toEqual([
          'during the outage',
          'after the outage',
        ]),
      { timeout: 8_000 },
    );
    expect(subscription.errors).toEqual([]);
    await socket.dispose();
  });
});

describe('when the feed starts over', () => {
  const restore = (store: Store) => store.run('update feed_epochs set timeline = timeline + 100', []);

  it('a cursor from before is answered with a gap, and the subscription goes on from there', async () => {
    const { url: databaseUrl } = await createTestDatabase();
    let cursor: string;
    {
      await using before = await startApi({ databaseUrl });
      const tenant = await before.tenant('demo');
      await tenant.messages(['old']);
      cursor = (await before.query(tenant.key, '{ viewer { feedCursor } }')).data.viewer.feedCursor;
      await restore(before.store);
    }
    await using after = await startApi({ databaseUrl });
    const tenant = await after.tenant('demo');
    const socket = openSocket(after.wsUrl, tenant.key);
    const subscription = subscribe(socket, MESSAGE_ADDED, { since: cursor });
    await subscription.live;
    expect(subscription.events).toMatchObject([{ __typename: 'Gap', since: cursor }]);
    const again = subscribe(socket, MESSAGE_ADDED, { since: subscription.events[0].cursor });
    await again.live;
    expect(again.events).toEqual([]);
    await socket.dispose();
  });

  it('an open subscription hears of it once the tailer had to reconnect', async () => {
    let isBroken = false;
    let failures = 0;
    let epoch = 1;
    await using feed = feedWith(
      {},
      {
        openFeed: async () => epoch,
        readPage: (range) => {
          if (!isBroken) return readFeedPage(api.store, range);
          failures += 1;
          return Promise.reject(new Error('away'));
        },
      },
    );
    const events = feed.follow({ ...all, companyId: demo.company.id }, null);
    await events.next();
    isBroken = true;
    const kinds = (async () => {
      const seen: string[] = [];
      while (seen.at(-1) !== 'gap') seen.push(...((await events.next()).value ?? []).map(({ kind }) => kind));
      return seen;
    })();
    await demo.messages(['wakes the tailer']);
    await vi.waitFor(() => expect(failures).toBeGreaterThan(0), 15_000);
    epoch = 2;
    isBroken = false;
    // A read that was on its way when the outage began may still have brought the row.
    expect((await kinds).filter((kind) => kind !== 'row')).toEqual(['gap']);
    await events.return();
  });
});

describe('a cursor that is older than the feed is kept', () => {
  const forget = async () => {
    const epoch = await openFeed(api.store);
    await markFeed(api.store, { epoch, everyMs: 0 });
    await api.store.run(
      `update feed_marks set at = now() - interval '20 days' where at > now() - interval '1 hour'`,
      [],
    );
    return forgetChanges(api.store, { epoch, olderThanDays: 14, limit: 10_000 });
  };
  const kindsOf = async (feed: Feed, since: string): Promise<string[]> => {
    const events = feed.follow({ ...all, companyId: demo.company.id }, since);
    const seen: string[] = [];
    while (seen.at(-1) !== 'heartbeat')
      seen.push(...((await events.next()).value ?? []).map(({ kind }) => kind));
    await events.return();
    return seen;
  };

  it('is told of a gap, never of silence; one at the edge goes on', async () => {
    await using feed = feedWith({});
    const old = await feed.cursorOfNow();
    await demo.messages(numbered('forgotten', 3));
    const edge = await feed.cursorOfNow();
    expect(await kindsOf(feed, old)).toEqual(['row', 'row', 'row', 'heartbeat']);
    expect(await forget()).toBeGreaterThan(0);
    expect(await kindsOf(feed, old)).toEqual(['gap', 'heartbeat']);
    await demo.messages(['kept']);
    expect(await kindsOf(feed, edge)).toEqual(['row', 'heartbeat']);
  });

  it('is told so also when that happens while it catches up', async () => {
    let pages = 0;
    await using feed = feedWith(
      { pageSize: 2 },
      {
        readPage: async (range) => {
          if (++pages === 2) await forget();
          return readFeedPage(api.store, range);
        },
      },
    );
    const old = await feed.cursorOfNow();
    await demo.messages(numbered('half', 10));
    pages = 0;
    expect(await kindsOf(feed, old)).toEqual(expect.arrayContaining(['gap', 'heartbeat']));
  });

  it('control: without the look at what is forgotten there is silence', async () => {
    await using feed = feedWith({}, { forgottenUpTo: async () => FEED_START });
    const old = await feed.cursorOfNow();
    await demo.messages(numbered('lost', 3));
    await forget();
    const kinds = await kindsOf(feed, old);
    expect(kinds).not.toContain('gap');
    expect(kinds.filter((kind) => kind === 'row').length).toBeLessThan(3);
  });
});
