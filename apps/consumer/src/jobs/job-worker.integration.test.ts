import { randomUUID } from 'node:crypto';
import { cancelJob, defineJobKind, JOB_KINDS, type JobKinds, redeliverMatching } from '@domovoy/domain';
import { createLogger } from '@domovoy/service-kit';
import {
  ensureCompany,
  feedHead,
  insertIntegration,
  notifyJobs,
  openStore,
  requestJob,
  type Store,
} from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { JobWorker } from './job-worker.ts';
import { kill, killAll, startJobProcess } from './testing/job-processes.ts';

let url: string;
let store: Store;
let companyId: bigint;
let integrationId: bigint;
const workers: JobWorker[] = [];
const actor = 'user:1';

beforeAll(async () => {
  ({ url } = await createTestDatabase());
  store = openStore(url, { applicationName: 'test' });
  ({ id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'demo' }));
  ({ id: integrationId } = await insertIntegration(store.db, { companyId, kind: 'rosdomofon', config: {} }));
});
beforeEach(() => store.run('truncate deliveries, jobs', []));
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker[Symbol.asyncDispose]()));
  await killAll();
});
afterAll(() => store[Symbol.asyncDispose]());

function startWorker(kinds: JobKinds = JOB_KINDS): JobWorker {
  const logger = createLogger({ name: 'test', level: 'error' }, { write: () => {} });
  const worker = new JobWorker({ store, kinds, logger });
  workers.push(worker);
  return worker;
}

const bury = (count: number) =>
  store.run(
    `insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, max_attempts, state, settled_at)
     select $1, $2, 'test', 'a:' || n % 500, 'key-' || n, 5, 'dead', now() from generate_series(1, $3::int) n`,
    [companyId, integrationId, count],
  );

async function request(count: number): Promise<bigint> {
  const asked = await redeliverMatching(store, {
    companyId,
    filter: {},
    expectedCount: count,
    actor,
    idempotencyKey: randomUUID(),
  });
  if (asked.kind !== 'requested') throw new Error(JSON.stringify(asked));
  return asked.jobId;
}

const jobOf = async (id: bigint) => (await store.company(companyId).loadJobs([id]))[0];
async function until(id: bigint, state: string): Promise<void> {
  await expect.poll(async () => (await jobOf(id))?.state, { timeout: 60_000, interval: 10 }).toBe(state);
}
const doneOf = async (id: bigint) => (await jobOf(id))?.done ?? 0;
const copies = async () =>
  (
    await store.run<{ all: number; distinct: number }>(
      `select count(*)::int as all, count(distinct original_delivery_id)::int as distinct from deliveries
       where original_delivery_id is not null`,
      [],
    )
  )[0];

describe('a job', () => {
  test('is taken over when its worker is killed, and ends with everything done once', async () => {
    await bury(5_000);
    const id = await request(5_000);
    const child = startJobProcess(url);
    await expect.poll(() => doneOf(id), { timeout: 30_000, interval: 5 }).toBeGreaterThan(300);
    await kill(child);
    const done = await doneOf(id);
    expect(done).toBeLessThan(5_000);
    // What would take some seconds.
    await store.run(`update jobs set lease_until = now() where state = 'running'`, []);
    startJobProcess(url);
    await until(id, 'completed');
    expect(await jobOf(id)).toMatchObject({
      done: 5_000,
      total: 5_000,
      result: { redelivered: 5_000, passedOver: 0 },
    });
    expect(await copies()).toEqual({ all: 5_000, distinct: 5_000 });
  });

  test('stops within a second when a person cancels it, and says who did', async () => {
    await bury(10_000);
    startWorker();
    const id = await request(10_000);
    await expect.poll(() => doneOf(id), { timeout: 30_000, interval: 5 }).toBeGreaterThan(0);
    expect(await cancelJob(store, { companyId, jobId: id, actor })).toBe(true);
    const made = await copies();
    expect(await cancelJob(store, { companyId, jobId: id, actor })).toBe(false);
    await store.run('select pg_sleep(1)', []);
    // The piece in hand, and nothing after it.
    expect((await copies())?.all).toBeLessThanOrEqual((made?.all ?? 0) + 100);
    expect(await jobOf(id)).toMatchObject({ state: 'cancelled', cancelledBy: actor, result: null });
    const [audit] = await store
      .company(companyId)
      .listAuditEntries({ entity: 'job', entityIds: [id], limit: 1 });
    expect(audit).toMatchObject({ action: 'job.cancel', actor });
  });

  test('of ten thousand does not hold the feed meanwhile', async () => {
    await bury(10_000);
    startWorker();
    const id = await request(10_000);
    const { id: before } = await feedHead(store);
    await until(id, 'completed');
    // The feed waits for the oldest transaction that writes: none of them writes much.
    const pieces = await store.run<{ rows: number }>(
      `select count(*)::int as rows from changes
       where company_id = $1 and entity = 'delivery' and op = 'added' and id > $2 group by xid order by 1 desc`,
      [companyId, before],
    );
    expect(pieces.length).toBeGreaterThanOrEqual(100);
    expect(pieces[0]?.rows).toBeLessThanOrEqual(100);
    expect(await copies()).toEqual({ all: 10_000, distinct: 10_000 });
  });

  test('that fails says why, and the worker goes on with the next one', async () => {
    const kinds = {
      'test.fail': defineJobKind({
        input: z.object({}),
        work: async () => {
          throw new Error('something personal');
        },
      }),
      'test.do': defineJobKind({
        input: z.object({ n: z.int() }),
        work: async ({ input }) => ({ was: input }),
      }),
    };
    startWorker(kinds);
    const common = { companyId, total: null, requestedBy: actor };
    const failing = await requestJob(store, { ...common, kind: 'test.fail', input: {} });
    const fine = await requestJob(store, { ...common, kind: 'test.do', input: { n: 1 } });
    const unknown = await requestJob(store, { ...common, kind: 'test.unknown', input: {} });
    await notifyJobs(store);
    await until(failing, 'failed');
    await until(fine, 'completed');
    expect(await jobOf(failing)).toMatchObject({ errorCode: 'JOB_FAILED', result: null });
    expect((await jobOf(failing))?.errorMessage).not.toContain('personal');
    expect(await jobOf(fine)).toMatchObject({ result: { was: { n: 1 } } });
    // Of a kind that this process does not know: during an upgrade another one does.
    expect(await jobOf(unknown)).toMatchObject({ state: 'queued' });
  });

  test('that waits for somebody else keeps no other one waiting', async () => {
    const kinds = (isPolite: boolean) => ({
      'test.wait': defineJobKind({
        input: z.object({}),
        async work({ wait, signal, ...job }) {
          for (;;) {
            signal.throwIfAborted();
            if ((await jobOf(others.at(-1) ?? 0n))?.state === 'completed') return { jobId: String(job.id) };
            await (isPolite ? wait(20) : job.store.run('select pg_sleep(0.02)', []));
          }
        },
      }),
      'test.do': defineJobKind({ input: z.object({}), work: async () => null }),
    });
    const common = { companyId, total: null, requestedBy: actor, input: {} };
    const waiting: bigint[] = [];
    const others: bigint[] = [];
    for (let n = 0; n < 3; n++) waiting.push(await requestJob(store, { ...common, kind: 'test.wait' }));
    for (let n = 0; n < 3; n++) others.push(await requestJob(store, { ...common, kind: 'test.do' }));
    // The control: two that work have the whole worker.
    const rude = startWorker(kinds(false));
    await until(waiting[1] ?? 0n, 'running');
    await store.run('select pg_sleep(1)', []);
    expect(await jobOf(others[0] ?? 0n)).toMatchObject({ state: 'queued' });
    await rude[Symbol.asyncDispose]();
    startWorker(kinds(true));
    for (const id of [...others, ...waiting]) await until(id, 'completed');
  });

  test('goes back at the end of the process, and another one goes on at once', async () => {
    await bury(10_000);
    const id = await request(10_000);
    const worker = startWorker();
    await expect.poll(() => doneOf(id), { timeout: 30_000, interval: 5 }).toBeGreaterThan(0);
    await worker[Symbol.asyncDispose]();
    expect(await jobOf(id)).toMatchObject({ state: 'running' });
    const [row] = await store.run<{ is_free: boolean }>(
      'select lease_until <= now() as is_free from jobs',
      [],
    );
    expect(row).toEqual({ is_free: true });
    startWorker();
    await until(id, 'completed');
    expect(await copies()).toEqual({ all: 10_000, distinct: 10_000 });
  });
});
