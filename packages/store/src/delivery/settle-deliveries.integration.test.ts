import { createTestDatabase } from '@domovoy/testkit';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import { createTarget, settlement, type Target } from '../testing/delivery-fixtures.ts';
import type { ClaimedDelivery } from './claim-deliveries.ts';
import { recordLateOutcomes } from './record-late-outcomes.ts';
import { type Settlement, settleDeliveries } from './settle-deliveries.ts';
import { sweepDeliveries } from './sweep-deliveries.ts';

let store: Store;
let target: Target;

beforeAll(async () => {
  const database = await createTestDatabase();
  store = openStore(database.url, { applicationName: 'test' });
  target = await createTarget(store);
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(() => store.db.execute(sql`truncate deliveries, delivery_attempts, changes restart identity`));

async function claimed(): Promise<ClaimedDelivery> {
  await target.enqueue(target.delivery('a', crypto.randomUUID()));
  const [row] = await target.claim();
  if (row === undefined) throw new Error('nothing was claimed');
  return row;
}
const settle = (...rows: Settlement[]) => settleDeliveries(store, target.workerId, rows);
const load = async (id: bigint) => (await target.read().loadDeliveries([id]))[0];
const attemptsOf = (id: bigint) => target.read().loadDeliveryAttempts({ deliveryIds: [id], limit: 50 });

test('settling writes the state, the result, the attempt and the change', async () => {
  const row = await claimed();
  const settled = await settle(
    settlement(row, {
      result: { accountId: 5 },
      request: { method: 'POST' },
      response: { status: 200 },
      durationMs: 12.4,
    }),
  );
  expect(settled).toEqual(new Set([row.id]));
  expect(await load(row.id)).toMatchObject({
    state: 'delivered',
    attempts: 1,
    result: { accountId: 5 },
    leasedBy: null,
    leaseUntil: null,
    settledAt: expect.any(Date),
  });
  expect(await attemptsOf(row.id)).toMatchObject([
    {
      fence: row.fence,
      outcome: 'delivered',
      worker: target.workerId,
      durationMs: 12,
      request: { method: 'POST' },
      response: { status: 200 },
      lateOutcome: null,
    },
  ]);
  expect(await store.run('select op from changes order by id', [])).toEqual([
    { op: 'added' },
    { op: 'changed' },
  ]);
});

test.each<[string, Partial<Settlement>, object]>([
  [
    'retry',
    { state: 'pending', outcome: 'retry', errorCode: 'E', delayMs: 60_000 },
    { state: 'pending', attempts: 1, ambiguousAttempts: 0, lastErrorCode: 'E', settledAt: null },
  ],
  [
    'ambiguous',
    { state: 'pending', outcome: 'ambiguous', errorCode: 'E', delayMs: 0 },
    { state: 'pending', attempts: 1, ambiguousAttempts: 1, lastErrorCode: 'E' },
  ],
  [
    'dead',
    { state: 'dead', outcome: 'dead', errorCode: 'E' },
    { state: 'dead', attempts: 1, settledAt: expect.any(Date) },
  ],
  [
    'skipped',
    { state: 'skipped', outcome: 'skipped', errorCode: 'GONE' },
    { state: 'skipped', settledAt: expect.any(Date) },
  ],
  [
    'a retry that does not count',
    { state: 'pending', outcome: 'retry', isCounted: false },
    { state: 'pending', attempts: 0 },
  ],
])('%s', async (_name, given, expected) => {
  const row = await claimed();
  await settle(settlement(row, given));
  expect(await load(row.id)).toMatchObject(expected);
  expect(await attemptsOf(row.id)).toHaveLength(1);
});

test('a retry is due after its delay, by the database’s clock, and only then', async () => {
  const row = await claimed();
  await settle(settlement(row, { state: 'pending', outcome: 'retry', delayMs: 30_000 }));
  const [due] = await store.run<{ ms: number }>(
    'select extract(epoch from due_at - now())::float8 * 1000 as ms from deliveries',
    [],
  );
  expect(due?.ms).toBeGreaterThan(25_000);
  expect(due?.ms).toBeLessThanOrEqual(30_000);
});

test('what was only given back leaves no attempt, no change and no count', async () => {
  const row = await claimed();
  await settle(settlement(row, { state: 'pending', outcome: 'released', isCounted: false }));
  expect(await attemptsOf(row.id)).toEqual([]);
  expect(await load(row.id)).toMatchObject({ state: 'pending', attempts: 0 });
  expect(await store.run('select op from changes', [])).toEqual([{ op: 'added' }]);
  expect(await target.claim()).toHaveLength(1);
});

test('the same settling works once', async () => {
  const row = await claimed();
  expect((await settle(settlement(row))).size).toBe(1);
  expect((await settle(settlement(row, { state: 'dead', outcome: 'dead' }))).size).toBe(0);
  expect(await load(row.id)).toMatchObject({ state: 'delivered' });
  expect(await recordLateOutcomes(store, target.workerId, [settlement(row)])).toEqual(new Set());
  expect(await attemptsOf(row.id)).toMatchObject([{ outcome: 'delivered', lateOutcome: null }]);
});

test('with a lost lease it changes nothing, and what the worker did is recorded beside the attempt', async () => {
  const row = await claimed();
  await store.db.execute(sql`update deliveries set lease_until = now() - interval '1 second'`);
  await sweepDeliveries(store);
  const [again] = await target.claim();
  const late = settlement(row, { durationMs: 40_000, response: { status: 200 } });
  expect(await settle(late)).toEqual(new Set());
  expect(await recordLateOutcomes(store, target.workerId, [late])).toEqual(new Set([row.id]));
  expect(await load(row.id)).toMatchObject({ state: 'leased', fence: again?.fence, attempts: 1 });
  expect(await attemptsOf(row.id)).toMatchObject([
    {
      fence: row.fence,
      outcome: 'ambiguous',
      errorCode: 'LEASE_EXPIRED',
      lateOutcome: 'delivered',
      durationMs: 40_000,
      response: { status: 200 },
    },
  ]);
});

test('control: with a fence that never moves a worker that lost its lease settles all the same', async () => {
  await store.run(
    `create function keep_fence() returns trigger language plpgsql as $$ begin new.fence := old.fence; return new; end $$`,
    [],
  );
  await store.run(
    'create trigger keep_fence before update on deliveries for each row execute function keep_fence()',
    [],
  );
  try {
    const row = await claimed();
    await store.db.execute(sql`update deliveries set lease_until = now() - interval '1 second'`);
    await store.run(`update deliveries set state = 'pending', leased_by = null`, []);
    await target.claim();
    expect(await settle(settlement(row))).toEqual(new Set([row.id]));
  } finally {
    await store.run('drop function keep_fence cascade', []);
  }
});

test('in a transaction it is settled with the rows of the next step, or not at all', async () => {
  const row = await claimed();
  const failed = store.transaction(async (tx) => {
    expect((await settleDeliveries(tx, target.workerId, [settlement(row)])).size).toBe(1);
    throw new Error('undo');
  });
  await expect(failed).rejects.toThrow('undo');
  expect(await load(row.id)).toMatchObject({ state: 'leased' });
  await store.transaction((tx) =>
    settleDeliveries(tx, target.workerId, [settlement(row, { result: { a: 1 } })]),
  );
  expect(await load(row.id)).toMatchObject({ state: 'delivered', result: { a: 1 } });
});

test('a result that jsonb refuses does not spoil the batch', async () => {
  const row = await claimed();
  await settle(settlement(row, { result: { text: 'a\u0000\ud800' } }));
  expect(await load(row.id)).toMatchObject({ result: { text: 'a\ufffd\ufffd' } });
});
