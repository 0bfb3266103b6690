import { fileURLToPath } from 'node:url';
import { createLogger } from '@domovoy/service-kit';
import { openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startBareProcess } from '../testing/bare-process.ts';
import { type HeldWrite, holdWrite } from '../testing/held-write.ts';
import { AttemptCounter } from './attempt-counter.ts';

const script = fileURLToPath(new URL('./testing/counter-process.ts', import.meta.url));
const ATTEMPTS = 2_000;
const started: AsyncDisposable[] = [];
let url: string;
let store: Store;

beforeAll(async () => {
  ({ url } = await createTestDatabase());
  store = openStore(url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(async () => {
  await store.run('truncate deliveries, delivery_attempts, delivery_hours_cursor, delivery_hours', []);
  await scatter(ATTEMPTS);
});
afterEach(async () => {
  for (const one of started.splice(0).toReversed()) await one[Symbol.asyncDispose]();
});

/** So many attempts within twenty days, at two targets, of three kinds. */
async function scatter(attempts: number): Promise<void> {
  await store.run(
    `with d as (
       insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, max_attempts, state, fence)
       select 1, 1 + n % 2, 'kind.' || n % 3, 's', gen_random_uuid(), 5, 'pending', 9
       from generate_series(1, $1::int) n returning id
     ) insert into delivery_attempts (delivery_id, fence, company_id, ended_at, duration_ms, outcome, worker)
     select id, 1, 1, now() - interval '1 hour' - random() * interval '20 days', (exp(random() * 9))::int,
       (array['delivered', 'retry', 'dead', 'ambiguous', 'skipped'])[1 + floor(random() * 5)], 'w' from d`,
    [attempts],
  );
}

function startHere(applicationName = 'second'): void {
  const own = openStore(url, { applicationName });
  const logger = createLogger({ name: 'test', level: 'error' }, { write: () => {} });
  started.push(own, new AttemptCounter({ store: own, logger, pollMs: 10 }));
}
function startThere() {
  const process = startBareProcess(script, url);
  started.push(process);
  return process;
}

const count = async (of: string) =>
  (await store.run<{ n: number }>(`select count(*)::int as n from ${of}`, []))[0]?.n;
const countsOf = (side: string) =>
  ['delivered', 'failed', 'dead', 'ambiguous', 'skipped'].map((of) => `${side}.${of}`).join(', ');
/** Hours that are not what somebody counts who has time. */
const wrong = () =>
  count(`(
    select date_trunc('hour', ended_at, 'UTC') as hour, integration_id, kind,
      count(*) filter (where outcome = 'delivered') as delivered,
      count(*) filter (where outcome in ('retry', 'dead')) as failed, count(*) filter (where outcome = 'dead') as dead,
      count(*) filter (where outcome = 'ambiguous') as ambiguous, count(*) filter (where outcome = 'skipped') as skipped
    from delivery_attempts a join deliveries d on d.id = a.delivery_id group by 1, 2, 3
  ) direct full join delivery_hours counted using (hour, integration_id, kind)
  where (${countsOf('direct')}) is distinct from (${countsOf('counted')})`);
async function allPassed(): Promise<void> {
  const passed = 'delivery_hours_cursor where counted_to > (select max(ended_at) from delivery_attempts)';
  await expect.poll(() => count(passed), { interval: 10 }).toBe(1);
}
/** However histograms are kept: each attempt told how long it took, and stands in one. */
async function durations(): Promise<number> {
  const to = new Date();
  const from = new Date(to.getTime() - 30 * 24 * 3_600_000);
  const query = { from, to, step: 'day', timeZone: 'UTC', groupBy: null } as const;
  const rows = await store.company(1n).readDurations(query);
  return rows.flatMap(({ counts }) => counts).reduce((sum, n) => sum + n, 0);
}
async function allRight(): Promise<void> {
  await allPassed();
  expect(await wrong()).toBe(0);
  expect(await durations()).toBe(ATTEMPTS);
}

/** A process that stands in the middle of what it counts, half of it behind it. */
async function heldInTheMiddle() {
  const [{ hour } = { hour: '' }] = await store.run<{ hour: string }>(
    `select date_trunc('hour', ended_at, 'UTC')::text as hour from delivery_attempts order by ended_at offset 1000 limit 1`,
    [],
  );
  const hold: HeldWrite = await holdWrite(store, { table: 'delivery_hours', when: `new.hour = '${hour}'` });
  started.push(hold);
  const first = startThere();
  await hold.reached();
  return { first, hold };
}

describe('killed in the middle', () => {
  test.each(['taken back', 'committed after its process was gone'])(
    'its transaction is %s, and another process counts each attempt once',
    async (end) => {
      const { first, hold } = await heldInTheMiddle();
      await first.kill();
      if (end === 'taken back') await hold.cut();
      await hold.letGo();
      expect(await wrong()).toBeGreaterThan(0);
      startHere();
      await allRight();
    },
  );

  test('another one that runs beside it waits for nothing, and goes on when it is gone', async () => {
    const { first, hold } = await heldInTheMiddle();
    const before = await count('delivery_hours');
    startHere();
    await vi.waitUntil(
      async () => {
        const own = `pg_stat_activity where application_name = 'second' and datname = current_database()`;
        if (await count(`${own} and wait_event_type = 'Lock'`)) throw new Error('it waits for the first');
        return await count(`${own} and state = 'idle' and query like '%count_attempts%'`);
      },
      { timeout: 20_000, interval: 5 },
    );
    expect(await count('delivery_hours')).toBe(before);
    await first.kill();
    await hold.cut();
    await hold.letGo();
    await allRight();
  });
});

test('three at once count each attempt once', async () => {
  for (const name of ['first', 'second', 'third']) startHere(name);
  await allRight();
});

test('counts anew from nothing when cursor and hours are taken away under it', async () => {
  startHere();
  await allRight();
  await store.run('truncate delivery_hours_cursor, delivery_hours', []);
  await allRight();
});

describe('control', () => {
  test.each([
    ['behind', '- interval'],
    ['ahead of', '+ interval'],
  ])('a cursor that is %s its hours is noticed', async (_, by) => {
    const { first, hold } = await heldInTheMiddle();
    await first.kill();
    await hold.cut();
    await hold.letGo();
    await store.run(`update delivery_hours_cursor set counted_to = counted_to ${by} '2 days'`, []);
    startHere();
    await allPassed();
    expect(await wrong()).toBeGreaterThan(0);
  });
});
