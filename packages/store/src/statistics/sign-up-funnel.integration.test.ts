import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import type { SignUpFunnelQuery } from './read-sign-up-funnel.ts';

let store: Store;
beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'funnel-test' });
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(() => store.run('truncate sign_ups cascade', []));

const COMPANY = 1n;
const query = (more: Partial<SignUpFunnelQuery> = {}): SignUpFunnelQuery => ({
  from: new Date('2026-02-20T10:20:30Z'),
  to: new Date('2026-04-10T21:40:00Z'),
  step: 'day',
  timeZone: 'Europe/Berlin',
  ...more,
});
const read = (of: SignUpFunnelQuery) => store.company(COMPANY).readSignUpFunnel(of);

/** Of two companies and all states, within, before and after the range; decided in the time that `took` says, in minutes. */
const scatter = (count: number, took: string) =>
  store.run(
    `insert into sign_ups (company_id, uid, rosdomofon_id, wire_status, state, abonent_rosdomofon_id, phone, requested_at, seen_at, created_at,
      needs_review_at, provisioning_at, rejected_at, failed_at, completed_at)
    select 1 + n % 9 / 8, gen_random_uuid(), n, 'connected', case when n % 11 = 0 then 'network' else 'completed' end, n, '79000000000', at, at, at,
      case when random() < 0.3 then at + interval '1 s' end, case when random() < 0.7 then at + took end,
      case when random() < 0.2 then at + took * random() end, case when random() < 0.1 then at + took end,
      case when random() < 0.5 then at + took * (1 + random()) end
    from (select n, at, (${took}) * interval '1 min' as took from (
      select n, timestamptz '2026-02-15Z' + random() * interval '60 days' as at from generate_series(1, ${count}) n) s) s`,
    [],
  );

/** As somebody would count who has time. */
const countedDirectly = ({ from, to, step, timeZone }: SignUpFunnelQuery) =>
  store.run<Record<string, unknown>>(
    `select date_trunc('${step}', created_at, '${timeZone}') as at, count(*)::int as received, count(needs_review_at)::int as "needsReview",
      count(provisioning_at)::int as provisioning, count(completed_at)::int as completed, count(rejected_at)::int as rejected,
      count(failed_at)::int as failed,
      percentile_cont(0.5) within group (order by extract(epoch from least(provisioning_at, rejected_at) - created_at)::float8 * 1000) as "decisionMs",
      percentile_cont(0.5) within group (order by extract(epoch from completed_at - created_at)::float8 * 1000) as "completionMs"
    from sign_ups where company_id = ${COMPANY} and state <> 'network' and created_at >= '${from.toISOString()}' and created_at < '${to.toISOString()}'
    group by grouping sets ((1), ()) order by 1 nulls last`,
    [],
  );

async function expectEqual(of: SignUpFunnelQuery, directly = of): Promise<void> {
  const direct = await countedDirectly(directly);
  const near = (ms: unknown) => (ms === null ? null : expect.closeTo(Number(ms), 2));
  expect(await read(of)).toEqual(
    direct.map((row) => ({
      ...row,
      at: row['at'] === null ? null : new Date(Number(row['at'])),
      decisionMs: near(row['decisionMs']),
      completionMs: near(row['completionMs']),
    })),
  );
}

/** What decides how far the medians of the buckets are from each other, and which of them have an even number. */
const TOOK = {
  'any time': 'random() * 600',
  'longer each day': 'extract(day from at) * 100 + random()',
  'two times only': 'floor(random() * 2) * 90',
  'days and weeks': 'exp(random() * 11)',
  'no time': '0',
};

test.each(Object.entries(TOOK))('counts and medians are exact when deciding takes %s', async (_, took) => {
  for (const count of [4_000, 300, 37, 2]) {
    await store.run('truncate sign_ups cascade', []);
    await scatter(count, took);
    for (const step of ['hour', 'day', 'week', 'month'] as const)
      for (const timeZone of ['Europe/Berlin', 'Asia/Kolkata', 'UTC'])
        await expectEqual(query({ step, timeZone }));
  }
  // The control: half a day that is not counted is noticed. Of so many some came in it, whatever the dice say.
  await scatter(5_000, took);
  const from = new Date('2026-02-20T22:20:30Z');
  await expect(expectEqual(query(), query({ from }))).rejects.toThrow('deeply equal');
});

test('where clocks skip midnight a day begins at one', async () => {
  await scatter(3_000, TOOK['any time']);
  // 2026-03-29 begins at 01:00 in Beirut, which is 22:00 UTC.
  await store.run(`update sign_ups set created_at = '2026-03-28T22:10:00Z' where rosdomofon_id < 50`, []);
  const to = new Date('2026-03-28T22:30:00Z');
  for (const step of ['hour', 'day', 'week', 'month'] as const) {
    await expectEqual(query({ timeZone: 'Asia/Beirut', step }));
    await expectEqual(query({ timeZone: 'Asia/Beirut', step, to }));
  }
  expect((await read(query({ timeZone: 'Asia/Beirut', to }))).at(-2)?.at).toEqual(
    new Date('2026-03-28T22:00:00Z'),
  );
});

test('a range without sign-ups has a total of nothing', async () => {
  expect(await read(query())).toEqual([
    expect.objectContaining({ at: null, received: 0, completed: 0, decisionMs: null, completionMs: null }),
  ]);
});
