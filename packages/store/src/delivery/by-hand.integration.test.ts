import { createTestDatabase } from '@domovoy/testkit';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import { createTarget, settlement, type Target } from '../testing/delivery-fixtures.ts';
import { cancelDeliveries } from './cancel-deliveries.ts';
import { forgetDeliveries } from './forget-deliveries.ts';
import { redeliver } from './redeliver.ts';
import { type DeliveryState, settleDeliveries } from './settle-deliveries.ts';

let store: Store;
let target: Target;

beforeAll(async () => {
  const database = await createTestDatabase();
  store = openStore(database.url, { applicationName: 'test' });
  target = await createTarget(store);
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(() => store.db.execute(sql`truncate deliveries, delivery_attempts, changes restart identity`));

const load = async (id: bigint) => (await target.read().loadDeliveries([id]))[0];
const states: readonly DeliveryState[] = ['dead', 'skipped'];
const repeat = (...ids: bigint[]) =>
  redeliver(store, { companyId: target.companyId, ids, states, actor: 'user:1' });

/** Settled as dead, in this order. */
async function dead(...subjects: string[]): Promise<bigint[]> {
  const ids = await target.enqueue(
    ...subjects.map((subject) => target.delivery(subject, crypto.randomUUID(), { maxAttempts: 3 })),
  );
  const rows = await target.claim();
  await settleDeliveries(
    store,
    target.workerId,
    rows.map((row) => settlement(row, { state: 'dead', outcome: 'dead', errorCode: 'E' })),
  );
  return ids;
}

describe('cancelling', () => {
  test('skips what is pending, with who did it, and lets go on what waited behind it', async () => {
    const [first = 0n, second = 0n] = await target.enqueue(
      target.delivery('a', 1, { dueInMs: 60_000 }),
      target.delivery('a', 2),
    );
    expect(await target.claim()).toEqual([]);
    const given = { companyId: target.companyId, ids: [first], actor: 'user:1' };
    expect(await cancelDeliveries(store, given)).toEqual([
      { id: first, integrationId: target.integrationId },
    ]);
    expect(await cancelDeliveries(store, given)).toEqual([]);
    expect(await load(first)).toMatchObject({
      state: 'skipped',
      settledBy: 'user:1',
      lastErrorCode: 'CANCELLED',
      settledAt: expect.any(Date),
    });
    expect(await target.claim()).toMatchObject([{ id: second }]);
  });

  test('leaves alone what is in work, what is settled, and what is another company’s', async () => {
    const [settled = 0n] = await dead('a');
    const [leased = 0n] = await target.enqueue(target.delivery('b', 1));
    await target.claim();
    const [foreign = 0n] = await target.enqueue(target.delivery('c', 2));
    const cancel = (companyId: bigint, ids: bigint[]) =>
      cancelDeliveries(store, { companyId, ids, actor: 'user:1' });
    expect(await cancel(target.companyId, [settled, leased])).toEqual([]);
    expect(await cancel(target.companyId + 1n, [foreign])).toEqual([]);
  });
});

describe('redelivering', () => {
  test('makes a new row that points to the original, with who asked; the original names it', async () => {
    const [id = 0n] = await dead('a');
    const [made] = await repeat(id);
    expect(made).toMatchObject({
      originalId: id,
      state: 'dead',
      openId: null,
      integrationId: target.integrationId,
    });
    const copyId = made?.id ?? 0n;
    expect(await load(copyId)).toMatchObject({
      state: 'pending',
      subject: 'a',
      attempts: 0,
      maxAttempts: 3,
      originalDeliveryId: id,
      requestedBy: 'user:1',
    });
    expect(await load(id)).toMatchObject({ state: 'dead', redeliveryId: copyId });
  });

  test('of a redelivery points to the first one of the line, and its key does not grow', async () => {
    const [id = 0n] = await dead('a');
    let last = id;
    const lengths = new Set<number>();
    for (let n = 0; n < 3; n++) {
      const [made] = await repeat(last);
      last = made?.id ?? 0n;
      const row = await load(last);
      expect(row?.originalDeliveryId).toBe(id);
      lengths.add(row?.dedupeKey.length ?? 0);
      const [claimed = { id: 0n, fence: 0n }] = await target.claim();
      await settleDeliveries(store, target.workerId, [
        settlement(claimed, { state: 'dead', outcome: 'dead' }),
      ]);
    }
    expect(lengths.size).toBe(1);
    const page = { direction: 'forward', limit: 50, cursor: null } as const;
    const { rows } = await target.read().listDeliveries({ filter: { originalDeliveryId: id }, page });
    expect(rows).toHaveLength(3);
  });

  test('makes none while one is open, however many ask at once', async () => {
    const [id = 0n] = await dead('a');
    const answers = (await Promise.all(Array.from({ length: 8 }, () => repeat(id)))).flat();
    const made = answers.filter((answer) => answer.id !== null);
    expect(made).toHaveLength(1);
    for (const answer of answers) if (answer.id === null) expect(answer.openId).toBe(made[0]?.id);
    expect(await repeat(id)).toMatchObject([{ id: null, openId: made[0]?.id }]);
  });

  test('makes none of what may not be repeated, or is not the company’s', async () => {
    const [open = 0n] = await target.enqueue(target.delivery('a', 1));
    expect(await repeat(open)).toMatchObject([{ id: null, state: 'pending', openId: null }]);
    const [id = 0n] = await dead('b');
    const foreign = { companyId: target.companyId + 1n, ids: [id], states, actor: 'user:1' };
    expect(await redeliver(store, foreign)).toEqual([]);
  });

  test('of many keeps the order of their subject', async () => {
    const ids = await dead('a', 'a', 'a', 'a');
    const made = await repeat(...ids.toReversed());
    expect(made.map(({ originalId }) => originalId)).toEqual(ids);
    const copies = made.map(({ id }) => id ?? 0n);
    expect(copies).toEqual(copies.toSorted((a, b) => (a < b ? -1 : 1)));
    expect((await target.claim()).map(({ id }) => id)).toEqual(copies);
  });
});

describe('forgetting', () => {
  const age = (id: bigint, days: number) =>
    store.run(
      `update deliveries set created_at = now() - $2 * interval '1 day',
        settled_at = case when settled_at is not null then now() - $2 * interval '1 day' end where id = $1`,
      [id, days],
    );

  test('deletes what was settled long ago, with its attempts, and nothing else', async () => {
    const [old = 0n, fresh = 0n] = await dead('a', 'b');
    const [open = 0n] = await target.enqueue(target.delivery('c', 1));
    await age(old, 100);
    await age(open, 100);
    expect(await forgetDeliveries(store, { olderThanDays: 90, after: 0n, limit: 100 })).toEqual({
      count: 1,
      nextAfter: null,
    });
    expect((await target.read().loadDeliveries([old, fresh, open])).map(({ id }) => id)).toEqual([
      fresh,
      open,
    ]);
    const attempts = await target.read().loadDeliveryAttempts({ deliveryIds: [old, fresh], limit: 50 });
    expect(attempts).toMatchObject([{ deliveryId: fresh }]);
  });

  test('goes on from batch to batch, and ends where the rows are young', async () => {
    const ids = await dead(...Array.from({ length: 25 }, (_, n) => `s${n}`));
    for (const id of ids.slice(0, 18)) await age(id, 100);
    const counts: number[] = [];
    for (let after: bigint | null = 0n; after !== null; ) {
      const forgotten: { count: number; nextAfter: bigint | null } = await forgetDeliveries(store, {
        olderThanDays: 90,
        after,
        limit: 5,
      });
      counts.push(forgotten.count);
      after = forgotten.nextAfter;
    }
    expect(counts).toEqual([5, 5, 5, 3]);
  });
});
