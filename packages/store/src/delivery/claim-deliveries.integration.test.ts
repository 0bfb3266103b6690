import { createTestDatabase } from '@domovoy/testkit';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  pauseDeliveryTarget,
  restDeliveryTarget,
  resumeDeliveryTarget,
} from '../delivery-target/pause-target.ts';
import { openStore, type Store } from '../open/open-store.ts';
import { createTarget, settlement, type Target } from '../testing/delivery-fixtures.ts';
import { settleDeliveries } from './settle-deliveries.ts';
import { sweepDeliveries } from './sweep-deliveries.ts';

let store: Store;
let target: Target;

beforeAll(async () => {
  const database = await createTestDatabase();
  store = openStore(database.url, { applicationName: 'test' });
  target = await createTarget(store);
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(() =>
  store.db.execute(sql`truncate deliveries, delivery_attempts, delivery_targets, changes restart identity`),
);

const keys = (rows: readonly { payload: unknown }[]) =>
  rows.map(({ payload }) => (payload as { key: number }).key);
/** One delivery per word, `a1 b2`: subject and key. */
const enqueue = (words: string) =>
  target.enqueue(...words.split(' ').map((word) => target.delivery(word[0] ?? '', Number(word.slice(1)))));

describe('a claim', () => {
  test('takes the first rows of each subject, by id, and leaves subjects in work alone', async () => {
    await enqueue('a1 b2 a3 c4 a5 b6');
    expect(keys(await target.claim({ limit: 4, runLength: 2 }))).toEqual([1, 2, 3, 6]);
    expect(keys(await target.claim())).toEqual([4]);
    expect(await target.claim()).toEqual([]);
  });

  test('goes on behind the subject where the last one ended', async () => {
    await enqueue('a1 b2 c3 a4 b5 c6');
    expect(keys(await target.claim({ limit: 2, runLength: 1 }))).toEqual([1, 2]);
    expect(keys(await target.claim({ limit: 2, runLength: 1, after: 'b' }))).toEqual([3]);
  });

  test('takes nothing behind a row that waits for its next attempt', async () => {
    await enqueue('a1 a2 b3');
    const rows = await target.claim();
    const [first] = rows;
    await settleDeliveries(store, target.workerId, [
      settlement(first ?? { id: 0n, fence: 0n }, { state: 'pending', outcome: 'retry', delayMs: 60_000 }),
      ...rows
        .slice(1)
        .map((row) => settlement(row, { state: 'pending', outcome: 'released', isCounted: false })),
    ]);
    expect(keys(await target.claim())).toEqual([3]);
  });

  test('says how long a delivery was due, by the database’s clock', async () => {
    await enqueue('a1');
    await store.db.execute(sql`update deliveries set due_at = now() - interval '5 seconds'`);
    const [row] = await target.claim();
    expect(row?.waitedMs).toBeGreaterThanOrEqual(5_000);
    expect(row?.waitedMs).toBeLessThan(15_000);
  });

  test('of two at once never takes the same row', async () => {
    await target.enqueue(...Array.from({ length: 100 }, (_, n) => target.delivery(`s${n}`, n)));
    const taken = (await Promise.all(Array.from({ length: 6 }, () => target.claim({ limit: 30 })))).flat();
    expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
  });
});

describe('nothing is claimed', () => {
  const isClaimed = async () => (await target.claim()).length > 0;
  beforeEach(async () => {
    await enqueue('a1');
  });

  test('by an owner of the past, nor by somebody else', async () => {
    expect(await target.claim({ ownerFence: target.ownerFence - 1n })).toEqual([]);
    expect(await target.claim({ workerId: 'somebody' })).toEqual([]);
    expect(await isClaimed()).toBe(true);
  });

  test('by an owner whose own lease has run out', async () => {
    await store.db.execute(sql`update workers set lease_until = now() - interval '1 second'`);
    expect(await isClaimed()).toBe(false);
    await store.db.execute(sql`update workers set lease_until = now() + interval '1 hour'`);
    expect(await isClaimed()).toBe(true);
  });

  test.each([
    ['shadow', false],
    ['paused', false],
    ['broken', true],
    ['active', true],
  ] as const)('for an integration in state %s: %s', async (state, expected) => {
    await store.run('update integrations set state = $1', [state]);
    expect(await isClaimed()).toBe(expected);
    await store.run(`update integrations set state = 'active'`, []);
  });

  test('while a person has paused the target', async () => {
    const pause = () => pauseDeliveryTarget(store, { ...target, actor: 'user:1', reason: 'maintenance' });
    expect(await pause()).toBe(true);
    expect(await pause()).toBe(false);
    expect(await isClaimed()).toBe(false);
    expect(await resumeDeliveryTarget(store, { ...target, companyId: target.companyId + 1n })).toBe(false);
    expect(await isClaimed()).toBe(false);
    expect(await resumeDeliveryTarget(store, target)).toBe(true);
    expect(await resumeDeliveryTarget(store, target)).toBe(false);
    expect(await isClaimed()).toBe(true);
  });

  test('while the target has its rest; a shorter one does not cut a longer one; only the owner tells of it', async () => {
    await restDeliveryTarget(store, { ...target.owner, forMs: 60_000, code: 'RATE_LIMITED' });
    await restDeliveryTarget(store, { ...target.owner, forMs: 1, code: 'RATE_LIMITED' });
    expect(await isClaimed()).toBe(false);
    expect(await resumeDeliveryTarget(store, target)).toBe(true);
    const stranger = { ...target.owner, ownerFence: target.ownerFence - 1n };
    await restDeliveryTarget(store, { ...stranger, forMs: 60_000, code: 'RATE_LIMITED' });
    expect(await isClaimed()).toBe(true);
  });
});

describe('a lease that ran out', () => {
  const expire = () =>
    store.db.execute(
      sql`update deliveries set lease_until = lease_until - interval '1 hour' where state = 'leased'`,
    );

  test('is swept: the attempt is ambiguous, counts, and the row is handed out again, with a fence that moved on', async () => {
    await enqueue('a1 b2');
    const rows = await target.claim();
    const next = (await sweepDeliveries(store)).nextInMs;
    expect(next).toBeLessThanOrEqual(30_000);
    expect(next).toBeGreaterThan(20_000);
    await expire();
    expect(await sweepDeliveries(store)).toEqual({
      count: 2,
      integrationIds: [target.integrationId],
      nextInMs: null,
    });
    const again = await target.claim();
    expect(again.map(({ attempts, ambiguousAttempts }) => [attempts, ambiguousAttempts])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(again[0]?.fence).toBe((rows[0]?.fence ?? 0n) + 2n);
    const attempts = await target
      .read()
      .loadDeliveryAttempts({ deliveryIds: rows.map(({ id }) => id), limit: 50 });
    expect(attempts).toMatchObject(
      rows.map(({ id, fence }) => ({
        deliveryId: id,
        fence,
        outcome: 'ambiguous',
        errorCode: 'LEASE_EXPIRED',
        worker: target.workerId,
        durationMs: null,
      })),
    );
  });

  test('is swept by one of many sweepers, once', async () => {
    await target.enqueue(...Array.from({ length: 50 }, (_, n) => target.delivery(`s${n}`, n)));
    await target.claim();
    await expire();
    const swept = await Promise.all(Array.from({ length: 5 }, () => sweepDeliveries(store, 20)));
    const rest = await sweepDeliveries(store);
    expect([...swept, rest].reduce((sum, { count }) => sum + count, 0)).toBe(50);
    expect(await store.run('select count(*)::int as n from delivery_attempts', [])).toEqual([{ n: 50 }]);
  });

  test('and one that holds is left alone', async () => {
    await enqueue('a1');
    await target.claim();
    expect(await sweepDeliveries(store)).toMatchObject({ count: 0, integrationIds: [] });
  });
});
