import { createTestServer, type TestServer } from '@domovoy/testkit';
import { asc, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Executor } from '../db.ts';
import { migrate } from '../migrate/migrate.ts';
import { openStore, type Store } from '../open/open-store.ts';
import { changes, feedEpochs } from '../schema/change.ts';
import { comparePositions, FEED_START, type FeedPosition } from './cursor.ts';
import { feedHead } from './feed-head.ts';
import { feedHeldBy } from './feed-held-by.ts';
import { openFeed } from './open-feed.ts';
import { readFeedPage } from './read-feed-page.ts';

let store: Store;
let databaseUrl: string;
let server: TestServer;

beforeAll(async () => {
  server = await createTestServer(migrate);
  databaseUrl = server.url;
  store = openStore(databaseUrl, { applicationName: 'test' });
});
afterAll(async () => {
  await store[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await store.db.execute(sql`truncate changes`);
});

const write = async (db: Executor, entityId = 1n) => {
  await db.insert(changes).values({ companyId: 1n, entity: 'message', entityId, op: 'added' });
};

/** A transaction that has written and stays open until `end()`. */
async function openWriter(entityId: bigint) {
  const written = Promise.withResolvers<void>();
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const transaction = store.transaction(async (tx) => {
    await write(tx, entityId);
    written.resolve();
    await ended;
  });
  await written.promise;
  return {
    commit: async () => {
      end();
      await transaction;
    },
  };
}

// Polled where something is expected: a transaction of another test file on the same server holds this feed as well.
const page = async (after: FeedPosition = FEED_START) => {
  const rows = await readFeedPage(store, { after, limit: 100 });
  return rows.map(({ entityId }) => entityId);
};

describe('the feed', () => {
  test('gives what was committed, in order, from any position up to any other', async () => {
    for (const id of [1n, 2n, 3n, 4n]) await write(store.db, id);
    await expect.poll(() => page()).toHaveLength(4);
    const all = await readFeedPage(store, { after: FEED_START, limit: 10 });
    expect(all.map(({ entityId }) => entityId)).toEqual([1n, 2n, 3n, 4n]);
    expect(all[0]).toMatchObject({ companyId: 1n, entity: 'message', op: 'added' });
    expect(all.toSorted(comparePositions)).toEqual(all);
    const [first, , third] = all;
    if (first === undefined || third === undefined) throw new Error('four rows');
    expect(await readFeedPage(store, { after: first, until: third, limit: 10 })).toEqual(all.slice(1, 3));
    expect(await readFeedPage(store, { after: first, limit: 1 })).toEqual(all.slice(1, 2));
  });

  test('waits for an older transaction, because its rows come first', async () => {
    const writer = await openWriter(1n);
    await write(store.db, 2n);
    expect(await page()).toEqual([]);
    expect(await feedHead(store)).toEqual(FEED_START);
    await writer.commit();
    await expect.poll(() => page()).toEqual([1n, 2n]);
  });

  test('has a head behind which everything that is yet to come lies', async () => {
    expect(await feedHead(store)).toEqual(FEED_START);
    await write(store.db, 1n);
    await expect.poll(() => page()).toEqual([1n]);
    const writer = await openWriter(2n);
    const head = await feedHead(store);
    expect(await page(head)).toEqual([]);
    await writer.commit();
    await write(store.db, 3n);
    await expect.poll(() => page(head)).toEqual([2n, 3n]);
  });

  test('names who holds it back', async () => {
    await using other = openStore(databaseUrl, { applicationName: 'careless import' });
    const done = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const held = other.transaction(async (tx) => {
      await write(tx);
      written.resolve();
      await done.promise;
    });
    await written.promise;
    await expect
      .poll(() => feedHeldBy(store))
      .toMatchObject({
        applicationName: 'careless import',
        state: 'idle in transaction',
        seconds: expect.any(Number),
      });
    done.resolve();
    await held;
  });
});

describe('readers while writers commit late', () => {
  const WRITERS = 6;
  const EACH = 40;

  /** Reads on until the writers have ended and nothing is left. */
  async function follow(isOver: () => boolean, read: () => Promise<bigint[]>): Promise<bigint[]> {
    const seen: bigint[] = [];
    for (;;) {
      const last = isOver();
      const ids = await read();
      seen.push(...ids);
      if (last && ids.length === 0) return seen;
    }
  }

  test('by position none is lost and none comes twice; control: a reader by id loses rows', async () => {
    let isOver = false;
    let position = FEED_START;
    let lastId = 0n;
    const byPosition = follow(
      () => isOver,
      async () => {
        const rows = await readFeedPage(store, { after: position, limit: 50 });
        position = rows.at(-1) ?? position;
        return rows.map(({ entityId }) => entityId);
      },
    );
    const byId = follow(
      () => isOver,
      async () => {
        const rows = await store.db
          .select()
          .from(changes)
          .where(sql`id > ${lastId}`)
          .orderBy(asc(changes.id));
        lastId = rows.at(-1)?.id ?? lastId;
        return rows.map(({ entityId }) => entityId);
      },
    );
    await Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        for (let n = 0; n < EACH; n++)
          await store.transaction(async (tx) => {
            await write(tx, BigInt(writer * EACH + n));
            await tx.execute(sql`select pg_sleep(${(((writer * 7 + n * 3) % 5) * 2) / 1000})`);
          });
      }),
    );
    isOver = true;
    const all = Array.from({ length: WRITERS * EACH }, (_, n) => BigInt(n));
    expect((await byPosition).toSorted((a, b) => Number(a - b))).toEqual(all);
    expect((await byId).length).toBeLessThan(all.length);
  });
});

describe('the epoch', () => {
  test('is one for all who open the feed of the same cluster', async () => {
    await write(store.db);
    expect(await Promise.all([openFeed(store), openFeed(store), openFeed(store)])).toEqual([1, 1, 1]);
    await expect.poll(() => page()).toHaveLength(1);
  });

  test.each([
    ['a dump restored into another cluster', { systemIdentifier: '1' }],
    ['a replica that took over', { timeline: 0 }],
  ])('is a new one for %s, and the feed begins anew', async (_name, other) => {
    const before = await openFeed(store);
    await write(store.db);
    await store.db.update(feedEpochs).set(other);
    expect(await openFeed(store)).toBe(before + 1);
    expect(await page()).toEqual([]);
    expect(await openFeed(store)).toBe(before + 1);
  });
});
