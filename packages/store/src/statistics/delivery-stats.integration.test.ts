import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordLateOutcomes } from '../delivery/record-late-outcomes.ts';
import { redeliver } from '../delivery/redeliver.ts';
import { settleDeliveries } from '../delivery/settle-deliveries.ts';
import { sweepDeliveries } from '../delivery/sweep-deliveries.ts';
import { openStore, type Store } from '../open/open-store.ts';
import { createTarget, settlement, type Target } from '../testing/delivery-fixtures.ts';
import { durationOfBucket } from './attempt-counts.ts';
import { beginCountingAttempts, countAttempts } from './count-attempts.ts';
import type { DeliveryStatsQuery } from './read-delivery-stats.ts';

let store: Store;
let target: Target;
beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'stats-test' });
});
afterAll(() => store[Symbol.asyncDispose]());
let companies = 0;
beforeEach(async () => {
  await store.run('truncate deliveries, delivery_attempts, delivery_hours, delivery_hours_cursor', []);
  target = await createTarget(store, `company-${++companies}`);
});

const HOUR_MS = 3_600_000;
const DAYS = 20;
const range = (more: Partial<DeliveryStatsQuery> = {}): DeliveryStatsQuery => ({
  from: new Date(Date.now() - 400 * 24 * HOUR_MS),
  to: new Date(Date.now() + HOUR_MS),
  step: 'day',
  timeZone: 'Asia/Yekaterinburg',
  groupBy: null,
  ...more,
});
const run = <T>(text: string) => store.run<T>(text, []);

/** So many attempts at so many deliveries within the last days, of two companies, two targets and three kinds. */
async function scatter(attempts: number): Promise<void> {
  await run(`insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, max_attempts, state, fence)
    select ${target.companyId} + n % 7 / 6, ${target.integrationId} + n % 2, 'kind.' || n % 3, 's', n, 5,
      (array['delivered', 'dead', 'pending'])[1 + n % 3], 3 from generate_series(1, ${attempts / 2}) n`);
  await run(`insert into delivery_attempts (delivery_id, fence, company_id, ended_at, duration_ms, outcome, worker, late_outcome)
    select id, fence, company_id, now() - random() * interval '${DAYS} days', case when random() < 0.9 then (exp(random() * 9))::int end,
      (array['delivered', 'retry', 'dead', 'ambiguous', 'skipped'])[1 + floor(random() * 5)], 'w',
      case when random() < 0.1 then 'delivered' end
    from (select id, company_id, n::bigint as fence from deliveries, generate_series(2, 3) n) d order by random()`);
}

/** As somebody would count who has time: everything, without hours or buckets of durations. */
async function countedDirectly(of: 'kind' | 'target' | null) {
  const key = of === 'kind' ? 'd.kind' : of === 'target' ? 'd.integration_id::text' : 'null';
  return run<Record<string, unknown>>(`
    select date_trunc('day', a.ended_at, 'Asia/Yekaterinburg') as at, ${key} as key,
      count(*) filter (where outcome = 'delivered')::int as delivered,
      count(*) filter (where outcome = 'retry' or outcome = 'dead')::int as failed,
      count(*) filter (where outcome = 'dead' or outcome = 'ambiguous' and state = 'dead' and a.fence = d.fence - 1)::int as dead,
      count(*) filter (where outcome = 'ambiguous')::int as ambiguous,
      count(*) filter (where outcome = 'skipped')::int as skipped,
      percentile_disc(0.5) within group (order by greatest(duration_ms, 1)) 
        filter (where late_outcome is null and duration_ms is not null) as p50
    from delivery_attempts a join deliveries d on d.id = a.delivery_id
    where a.company_id = ${target.companyId} group by 1, 2 order by 1, 2`);
}

async function expectEqual(): Promise<void> {
  for (const groupBy of [null, 'kind', 'target'] as const) {
    const reads = target.read();
    const rows = await reads.readDeliveryStats(range({ groupBy }));
    const durations = await reads.readDurations(range({ groupBy }));
    const key = (row: { kind: string | null; integrationId: bigint | null }) =>
      row.kind ?? row.integrationId?.toString() ?? null;
    const direct = await countedDirectly(groupBy);
    expect(
      rows.map(({ kind, integrationId, ...row }) => ({ ...row, key: key({ kind, integrationId }) })),
    ).toEqual(
      direct.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'p50'))),
    );
    for (const { at, key: of, p50 } of direct) {
      const found = durations.find((row) => row.at.getTime() === Number(at) && key(row) === of);
      expect(found === undefined).toBe(p50 === null);
      if (found === undefined) continue;
      const total = found.counts.reduce((sum, count) => sum + count, 0);
      let passed = 0;
      const at50 = found.counts.findIndex((count) => (passed += count) >= Math.ceil(total / 2));
      const ratio = durationOfBucket(found.buckets[at50] ?? 0) / Number(p50);
      // Half a bucket, and both are rounded to whole milliseconds.
      expect(Math.abs(Math.log2(ratio))).toBeLessThan(1 / 8 + 1.5 / Number(p50));
    }
  }
}

/** Counts on until nothing is left that could be counted. */
async function countOn(spanMs = 10 * HOUR_MS): Promise<number> {
  await beginCountingAttempts(store);
  let total = 0;
  for (let leftMs = 1; leftMs > 0.5; ) {
    const counted = await countAttempts(store, { spanMs });
    total += counted?.count ?? 0;
    leftMs = counted?.leftMs ?? 1;
  }
  return total;
}

describe('counted hours and the attempts behind the cursor are together what there is', () => {
  test('before, in the middle of and after counting, by any step of it', async () => {
    await scatter(4_000);
    await expectEqual();
    await beginCountingAttempts(store);
    await countAttempts(store, { spanMs: 7.3 * 24 * HOUR_MS });
    await expectEqual();
    await countAttempts(store, { spanMs: 11 * 60_000 });
    await expectEqual();
    await countOn();
    await expectEqual();
    const [row] = await run<{ n: number }>('select count(*)::int as n from delivery_hours');
    expect(row?.n).toBeGreaterThan(500);
    // The control: an hour that lost what was counted is noticed.
    await run(`update delivery_hours set delivered = delivered + 1 where company_id = ${target.companyId}`);
    await expect(expectEqual()).rejects.toThrow('deeply equal');
  });

  test('when several processes count at once, and one of them is killed in the middle', async () => {
    await scatter(3_000);
    await beginCountingAttempts(store);
    await run(`create or replace function cut() returns trigger language plpgsql as $$ begin
      perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
    await run('create trigger cut after update on delivery_hours_cursor for each row execute function cut()');
    await expect(countAttempts(store, { spanMs: 100 * HOUR_MS })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    await run('drop trigger cut on delivery_hours_cursor');
    expect(await run('select * from delivery_hours')).toEqual([]);
    const counts = await Promise.all([countOn(), countOn(HOUR_MS), countOn(33 * HOUR_MS)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2_900);
    await expectEqual();
  });

  test('while the newest minutes are left to whoever settles late', async () => {
    await target.enqueue(target.delivery('a', 1), target.delivery('b', 2));
    await beginCountingAttempts(store);
    const claimed = await target.claim();
    await settleDeliveries(
      store,
      target.workerId,
      claimed.map((row) => settlement(row)),
    );
    expect(await countOn()).toBe(0);
    await expectEqual();
    expect(await target.read().readDeliveryStats(range())).toMatchObject([{ delivered: 2 }]);
  });
});

describe('what happens later', () => {
  /** Everything was so many hours ago, also what was counted. */
  const age = async (hours: number) => {
    await run(`update delivery_attempts set ended_at = ended_at - interval '${hours} hours'`);
    await run(`update delivery_hours set hour = hour - interval '${hours} hours'`);
    await run(`update delivery_hours_cursor set counted_to = counted_to - interval '${hours} hours'`);
  };
  const total = async () => {
    const rows = await target.read().readDeliveryStats(range());
    return rows.reduce(
      (sum, row) => ({
        dead: sum.dead + row.dead,
        delivered: sum.delivered + row.delivered,
        ambiguous: sum.ambiguous + row.ambiguous,
      }),
      { dead: 0, delivered: 0, ambiguous: 0 },
    );
  };

  test('a dead delivery that is sent again is another one: it died then, and arrives now', async () => {
    const [id = 0n] = await target.enqueue(target.delivery('a', 1));
    const [claimed] = await target.claim();
    if (claimed === undefined) throw new Error('claimed');
    await settleDeliveries(store, target.workerId, [
      settlement(claimed, { state: 'dead', outcome: 'ambiguous', errorCode: 'TIMEOUT' }),
    ]);
    await age(30);
    expect(await countOn()).toBe(1);
    await redeliver(store, { companyId: target.companyId, ids: [id], states: ['dead'], actor: 'test' });
    const [again] = await target.claim();
    if (again === undefined) throw new Error('claimed');
    await settleDeliveries(store, target.workerId, [settlement(again)]);
    await expectEqual();
    expect(await total()).toEqual({ dead: 1, delivered: 1, ambiguous: 1 });
    await age(1);
    expect(await countOn()).toBe(1);
    await expectEqual();
  });

  test('what a worker tells of an attempt after its lease was lost changes nothing that is counted', async () => {
    await target.enqueue(target.delivery('a', 1));
    const [claimed] = await target.claim({ leaseMs: 1 });
    if (claimed === undefined) throw new Error('claimed');
    await expect.poll(async () => (await sweepDeliveries(store)).count).toBe(1);
    await age(30);
    expect(await countOn()).toBe(1);
    await expectEqual();
    const late = await recordLateOutcomes(store, target.workerId, [
      settlement(claimed, { durationMs: 7_000 }),
    ]);
    expect(late.size).toBe(1);
    await expectEqual();
    expect(await total()).toEqual({ dead: 0, delivered: 0, ambiguous: 1 });
  });
});

test('days begin at the midnight of the time zone, and other companies are not counted', async () => {
  await target.enqueue(target.delivery('a', 1), target.delivery('b', 2));
  await settleDeliveries(
    store,
    target.workerId,
    (await target.claim()).map((row) => settlement(row)),
  );
  await run(`update delivery_attempts set ended_at = case when delivery_id = (select min(delivery_id) from delivery_attempts)
    then timestamptz '2026-03-09 20:59:59Z' else timestamptz '2026-03-09 21:00:00Z' end`);
  const at = { from: new Date('2026-03-01T00:00:00Z'), to: new Date('2026-04-01T00:00:00Z') };
  const days = async (timeZone: string) =>
    (await target.read().readDeliveryStats(range({ ...at, timeZone }))).map((row) => row.at.toISOString());
  for (const _ of ['before it is counted', 'and after']) {
    expect(await days('Europe/Moscow')).toEqual(['2026-03-08T21:00:00.000Z', '2026-03-09T21:00:00.000Z']);
    expect(await days('UTC')).toEqual(['2026-03-09T00:00:00.000Z']);
    await countOn(1_000 * HOUR_MS);
  }
  expect(await target.read(target.companyId + 1n).readDeliveryStats(range(at))).toEqual([]);
});
