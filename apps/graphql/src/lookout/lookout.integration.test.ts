import { createLogger } from '@domovoy/service-kit';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createFeed, type Feed, feedOfStore } from '../feed/feed.ts';
import { startApi, type TestApi } from '../testing/api.ts';
import { eventually } from '../testing/eventually.ts';
import type { Tenant } from '../testing/tenant.ts';
import { Lookout } from './lookout.ts';
import type { Seen, Sight } from './sight.ts';

const logger = createLogger({ name: 'lookout-test', level: 'silent' });

let api: TestApi;
let feed: Feed;
let demo: Tenant;
let other: Tenant;
beforeAll(async () => {
  api = await startApi({ isAlone: true });
  feed = createFeed(feedOfStore(api.store), { logger });
  [demo, other] = [await api.tenant('demo'), await api.tenant('other')];
});
afterAll(async () => {
  await feed[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

const count: Sight<number>['look'] = (company) => company.countSignUps({ filter: {}, limit: 10_000 });

/** Looks at how many sign-ups the company has. */
function lookout(more: Partial<Sight<number>> = {}, settings: { gapMs?: number; heartbeatMs?: number } = {}) {
  const look = vi.fn<Sight<number>['look']>(more.look ?? count);
  const sight: Sight<number> = {
    keyOf: String,
    entities: new Set(['sign_up']),
    againInMs: () => null,
    ...more,
    look,
  };
  const options = {
    company: (id: bigint) => api.store.company(id),
    feed,
    logger,
    gapMs: 1,
    heartbeatMs: 60_000,
    ...settings,
  };
  return { look, lookout: new Lookout(sight, options) };
}

let made = 0;
const add = (tenant: Tenant) => tenant.signUps([++made]);

type Following = AsyncGenerator<Seen<number>[], void, void>;

/** The next batch that is no more than a heartbeat. */
const next = async (following: Following): Promise<Seen<number>[]> => (await following.next()).value ?? [];
const states = (batch: readonly Seen<number>[]) =>
  batch.flatMap((seen) => (seen.kind === 'state' ? [seen.state] : []));

it('looks once for all who follow a company, and tells them the same object', async () => {
  const { look, lookout: watched } = lookout();
  await using _ = watched;
  const followers = Array.from({ length: 40 }, () => watched.follow(demo.company.id));
  const first = await Promise.all(followers.map(next));
  expect(first.map((batch) => batch.map(({ kind }) => kind))).toEqual(
    followers.map(() => ['state', 'heartbeat']),
  );
  // The feed has begun to be read after the first look.
  await vi.waitFor(() => expect(look.mock.calls.length).toBe(2));
  const [before] = states(first[0] ?? []);
  const coming = followers.map(next);
  await add(demo);
  const told = await Promise.all(coming);
  expect(told.map(states)).toEqual(followers.map(() => [(before ?? 0) + 1]));
  expect(new Set(told.map(([seen]) => seen)).size).toBe(1);
  expect(look.mock.calls.length).toBe(3);

  // Another company's reasons are none.
  await add(other);
  await add(demo);
  expect(states(await next(followers[0] as Following))).toEqual([(before ?? 0) + 2]);
  expect(look.mock.calls.length).toBe(4);
  await Promise.all(followers.map((each) => each.return()));
  expect(watched.postCount).toBe(0);
  await add(demo);
  expect(look.mock.calls.length).toBe(4);
});

it('tells a slow follower how it is, not how it was', async () => {
  const { lookout: watched } = lookout();
  await using _ = watched;
  const [slow, quick] = [watched.follow(demo.company.id), watched.follow(demo.company.id)];
  const [[before = 0]] = [states(await next(slow))];
  await next(quick);
  for (const n of [1, 2, 3]) {
    const coming = next(quick);
    await add(demo);
    expect(states(await coming)).toEqual([before + n]);
  }
  expect(states(await next(slow))).toEqual([before + 3]);
});

it('says in heartbeats that nothing changes, though it looks again and again', async () => {
  const { look, lookout: watched } = lookout({ againInMs: () => 5 }, { heartbeatMs: 50 });
  await using _ = watched;
  const following = watched.follow(demo.company.id);
  const seen = [await next(following), await next(following), await next(following)].flat();
  expect(seen.map(({ kind }) => kind)).toEqual(['state', 'heartbeat', 'heartbeat', 'heartbeat']);
  expect(look.mock.calls.length).toBeGreaterThan(3);
});

it('invents nothing when a look fails: says so once, looks again, and tells how it is afterwards', async () => {
  let isBroken = false;
  let failures = 0;
  const { lookout: watched } = lookout({
    look: async (company) => {
      if (!isBroken) return count(company);
      failures += 1;
      throw new Error('away');
    },
    againInMs: () => 5,
  });
  await using _ = watched;
  const following = watched.follow(demo.company.id);
  const before = states(await next(following));
  isBroken = true;
  expect(await next(following)).toMatchObject([{ kind: 'failed', error: { message: 'away' } }]);
  const late = watched.follow(demo.company.id);
  expect(await next(late)).toMatchObject([{ kind: 'failed' }]);
  await eventually(() => expect(failures).toBeGreaterThan(3));
  isBroken = false;
  expect(states(await next(following))).toEqual(before);
  expect((await next(late)).map(({ kind }) => kind)).toEqual(['state', 'heartbeat']);
});

/** From the end of each look to the beginning of the next one, while there are reasons all the time. */
async function pausesBetweenLooks(gapMs: number): Promise<number[]> {
  const pauses: number[] = [];
  let lastEnd = 0;
  const look: Sight<number>['look'] = async (company) => {
    if (lastEnd > 0) pauses.push(performance.now() - lastEnd);
    const seen = await count(company);
    lastEnd = performance.now();
    return seen;
  };
  const { lookout: watched } = lookout({ look }, { gapMs });
  await using _ = watched;
  const following = watched.follow(demo.company.id);
  const end = new AbortController();
  const streaming = (async () => {
    while (!end.signal.aborted) await add(demo);
  })();
  while (pauses.length < 5) await next(following);
  end.abort();
  await streaming;
  return pauses;
}

it('looks no sooner again than after the pause, however many reasons there are', async () => {
  const before = made;
  expect(Math.min(...(await pausesBetweenLooks(200)))).toBeGreaterThan(195);
  expect(made - before).toBeGreaterThan(10);
  // The control: by another setting it would.
  expect(Math.min(...(await pausesBetweenLooks(1)))).toBeLessThan(195);
});
