import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  cancelJob,
  connectServiceToEntrance,
  deliveriesOfJob,
  JOB_KINDS,
  jobStatesBefore,
} from '@domovoy/domain';
import { claimJob, ensureCompany, insertIntegration, openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kill, killAll, startJobProcess } from './testing/job-processes.ts';

const FLATS = 200;
const KIND = 'services.connect';
let url: string;
let store: Store;
let companyId: bigint;
const actor = 'user:1';
const at = { entranceRosdomofonId: 11n, serviceRosdomofonId: 1n };

beforeAll(async () => {
  ({ url } = await createTestDatabase());
  store = openStore(url, { applicationName: 'test' });
  ({ id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'demo' }));
  const config = { rest: { url: 'http://127.0.0.1:1', username: 'demo' } };
  await insertIntegration(store.db, { companyId, kind: 'rosdomofon', config });
  const times = 'synced_at, changed_at';
  for (const statement of [
    `insert into services (company_id, rosdomofon_id, ${times}, name, type) values ($1, 1, now(), now(), 'Ворота', 'Gate')`,
    `insert into entrance_services (company_id, entrance_rosdomofon_id, service_rosdomofon_id) values ($1, 11, 1)`,
    `insert into flats (company_id, rosdomofon_id, ${times}, entrance_rosdomofon_id, account_rosdomofon_id, is_virtual)
     select $1, 1000 + n, now(), now(), 11, n, false from generate_series(1, ${FLATS}) n`,
  ])
    await store.run(statement, [companyId]);
});
beforeEach(() => store.run('truncate deliveries, delivery_attempts, jobs', []));
afterEach(killAll);
afterAll(() => store[Symbol.asyncDispose]());

async function request(): Promise<bigint> {
  const idempotencyKey = randomUUID();
  const asked = await connectServiceToEntrance(store, {
    companyId,
    at,
    expectedCount: FLATS,
    actor,
    idempotencyKey,
  });
  if (asked.kind !== 'requested') throw new Error(asked.kind);
  return asked.jobId;
}

const jobOf = async (id: bigint) => (await store.company(companyId).loadJobs([id]))[0];
/** RosDomofon takes what is queued: of ten flats it knows one already, and refuses one. */
const drain = () =>
  store.run(
    `update deliveries set settled_at = now(), result = jsonb_build_object('isNew', id % 10 <> 1),
       state = case when id % 10 = 0 then 'dead' else 'delivered' end
     where state = 'pending'`,
    [],
  );
async function drainUntil(isSo: () => Promise<boolean>): Promise<void> {
  await expect.poll(() => drain().then(isSo), { timeout: 60_000, interval: 20 }).toBe(true);
}
const perFlat = async () =>
  (
    await store.run<{ flats: number; most: number }>(
      `select count(*)::int as flats, coalesce(max(n), 0)::int as most from (
         select count(*) as n from deliveries group by payload ->> 'flatRosdomofonId') each`,
      [],
    )
  )[0];
const countOf = async (condition: string) =>
  (await store.run<{ n: number }>(`select count(*)::int as n from deliveries where ${condition}`, []))[0]?.n;

describe('a service that an entrance gets', () => {
  test('reaches every flat once, although the process is killed in the middle; who failed is counted and found', async () => {
    const id = await request();
    const child = startJobProcess(url);
    await drainUntil(async () => ((await jobOf(id))?.done ?? 0) >= 60);
    await kill(child);
    expect((await jobOf(id))?.done).toBeLessThan(FLATS);
    await store.run(`update jobs set lease_until = now() where state = 'running'`, []);
    startJobProcess(url);
    await drainUntil(async () => (await jobOf(id))?.state === 'completed');
    expect(await perFlat()).toEqual({ flats: FLATS, most: 1 });
    const failed = await countOf(`state = 'dead'`);
    const alreadyConnected = await countOf(`state = 'delivered' and result = '{"isNew": false}'`);
    expect(failed).toBeGreaterThan(0);
    expect(alreadyConnected).toBeGreaterThan(0);
    const connected = FLATS - (failed ?? 0) - (alreadyConnected ?? 0);
    expect(await jobOf(id)).toMatchObject({
      done: FLATS,
      total: FLATS,
      failed,
      result: { connected, alreadyConnected, failed },
    });
    const keys = deliveriesOfJob({ id, kind: KIND }) ?? undefined;
    const company = store.company(companyId);
    expect(await company.countDeliveries({ filter: { keys, states: ['dead'] }, limit: FLATS })).toBe(failed);
    const ofAnother = deliveriesOfJob({ id: id + 1n, kind: KIND }) ?? undefined;
    expect(await company.countDeliveries({ filter: { keys: ofAnother }, limit: FLATS })).toBe(0);
  });

  test('is cancelled while RosDomofon takes nothing: what nobody has begun is not done', async () => {
    const id = await request();
    startJobProcess(url);
    await expect.poll(() => countOf(`state = 'pending'`), { timeout: 30_000, interval: 10 }).toBe(20);
    // Several looks later they are as many: what an agent asks for does not wait behind all.
    await store.run('select pg_sleep(0.6)', []);
    expect(await countOf('true')).toBe(20);
    await store.run(
      `update deliveries set state = 'leased', lease_until = now() + interval '1 minute'
       where id in (select id from deliveries order by id limit 3)`,
      [],
    );
    expect(await cancelJob(store, { companyId, jobId: id, actor })).toBe(true);
    await store.run('select pg_sleep(0.6)', []);
    expect(
      await countOf(`state = 'skipped' and settled_by = '${actor}' and last_error_code = 'CANCELLED'`),
    ).toBe(17);
    expect(await countOf(`state = 'leased'`)).toBe(3);
    expect(await countOf('true')).toBe(20);
    expect(await jobOf(id)).toMatchObject({ state: 'cancelled', cancelledBy: actor });
    expect(await cancelJob(store, { companyId, jobId: id, actor })).toBe(false);
  });
});

/** Works in this process until the end or the failure; forgets on the way what it is told to. */
async function work(save: () => Promise<void>): Promise<void> {
  const job = await claimJob(store, {
    worker: 'w',
    kinds: [KIND],
    from: jobStatesBefore('running'),
    leaseMs: 0,
  });
  const kind = JOB_KINDS[KIND];
  if (job === null || kind === undefined) throw new Error('no job');
  const input = kind.input.parse(job.input);
  await kind.work({ ...job, store, input, signal: new AbortController().signal, wait, save });
}

/** Dies behind the third piece, without having saved how far it came, and is begun anew. */
async function forgetAndBeginAnew(inBetween: () => Promise<unknown> = async () => {}): Promise<void> {
  await request();
  const full = new AbortController();
  const taking = (async () => {
    while (!full.signal.aborted) {
      await drain();
      await store.run('select pg_sleep(0.02)', []);
    }
  })();
  let saved = 0;
  const dying = work(async () => {
    saved += 1;
    if (saved > 3) throw new Error('killed');
  });
  await expect(dying).rejects.toThrow('killed');
  expect((await perFlat())?.flats).toBeLessThan(FLATS);
  await inBetween();
  await work(async () => {}).finally(() => full.abort());
  await taking;
}

describe('the two guards of a flat', () => {
  test('without the saved progress the key of the delivery still holds', async () => {
    await forgetAndBeginAnew();
    expect(await perFlat()).toEqual({ flats: FLATS, most: 1 });
  });

  test('control: without the saved progress and the key some flats are queued twice', async () => {
    await forgetAndBeginAnew(() => store.run(`update deliveries set dedupe_key = 'forgotten ' || id`, []));
    expect((await perFlat())?.most).toBe(2);
  });
});
