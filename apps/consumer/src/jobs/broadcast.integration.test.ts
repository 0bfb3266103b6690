import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { broadcastMessage, cancelJob, JOB_KINDS, jobStatesBefore } from '@domovoy/domain';
import { claimJob, ensureCompany, insertIntegration, openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kill, killAll, startJobProcess } from './testing/job-processes.ts';

const PEOPLE = 200;
let url: string;
let store: Store;
let companyId: bigint;
const actor = 'user:1';

beforeAll(async () => {
  ({ url } = await createTestDatabase());
  store = openStore(url, { applicationName: 'test' });
  ({ id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'demo' }));
  await insertIntegration(store.db, { companyId, kind: 'rosdomofon', config: {} });
  await store.run(
    `insert into accounts (company_id, rosdomofon_id, synced_at, changed_at, number, owner_abonent_rosdomofon_id, is_blocked)
     select $1, n, now(), now(), 'A' || n, n, false from generate_series(1, $2::int) n`,
    [companyId, PEOPLE],
  );
});
beforeEach(() => store.run('truncate deliveries, jobs, messages, conversations', []));
afterEach(killAll);
afterAll(() => store[Symbol.asyncDispose]());

async function request(): Promise<bigint> {
  const asked = await broadcastMessage(store, {
    companyId,
    filter: {},
    text: 'Завтра отключат воду',
    expectedCount: PEOPLE,
    actor,
    idempotencyKey: randomUUID(),
  });
  if (asked.kind !== 'requested') throw new Error(asked.kind);
  return asked.jobId;
}

const jobOf = async (id: bigint) => (await store.company(companyId).loadJobs([id]))[0];
/** The target takes what is due. Says how many waited. */
async function drain(): Promise<number> {
  const taken = await store.run(
    `update deliveries set state = 'delivered', settled_at = now() where state = 'pending' returning 1`,
    [],
  );
  return taken.length;
}
/** Takes again and again what waits, until it is so; the most that ever waited. */
async function drainUntil(isSo: () => Promise<boolean>): Promise<number> {
  let most = 0;
  await expect
    .poll(
      async () => {
        most = Math.max(most, await drain());
        return isSo();
      },
      { timeout: 60_000, interval: 5 },
    )
    .toBe(true);
  return most;
}
const isOver = async (id: bigint) => (await jobOf(id))?.state === 'completed';
const perPerson = async () =>
  (
    await store.run<{ people: number; most: number }>(
      `select count(*)::int as people, coalesce(max(n), 0)::int as most from (
         select count(*) as n from messages m join conversations c on c.id = m.conversation_id group by c.abonent_rosdomofon_id) each`,
      [],
    )
  )[0];

describe('a broadcast', () => {
  test('whose process is killed in the middle goes on in another one, and writes to everybody once', async () => {
    const id = await request();
    const child = startJobProcess(url);
    await drainUntil(async () => ((await jobOf(id))?.done ?? 0) >= 60);
    await kill(child);
    expect((await jobOf(id))?.done).toBeLessThan(PEOPLE);
    await store.run(`update jobs set lease_until = now() where state = 'running'`, []);
    startJobProcess(url);
    const most = await drainUntil(() => isOver(id));
    expect(await perPerson()).toEqual({ people: PEOPLE, most: 1 });
    expect(await jobOf(id)).toMatchObject({ done: PEOPLE, result: { queued: PEOPLE } });
    // What an agent writes in between waits behind these, not behind all.
    expect(most).toBeLessThanOrEqual(20);
  });

  test('waits while the target takes nothing, and is cancelled there: the others get nothing', async () => {
    const id = await request();
    startJobProcess(url);
    await expect.poll(async () => (await jobOf(id))?.done, { timeout: 30_000, interval: 10 }).toBe(20);
    // Several looks later it is as many.
    await store.run('select pg_sleep(0.6)', []);
    expect((await jobOf(id))?.done).toBe(20);
    expect(await cancelJob(store, { companyId, jobId: id, actor })).toBe(true);
    await drain();
    await store.run('select pg_sleep(0.6)', []);
    expect(await perPerson()).toEqual({ people: 20, most: 1 });
    expect(await jobOf(id)).toMatchObject({ state: 'cancelled', cancelledBy: actor });
  });
});

/** Works in this process until the end or the failure; forgets on the way what it is told to. */
async function work(save: () => Promise<void>): Promise<void> {
  const from = jobStatesBefore('running');
  const job = await claimJob(store, { worker: 'w', kinds: ['messages.broadcast'], from, leaseMs: 0 });
  const kind = JOB_KINDS['messages.broadcast'];
  if (job === null || kind === undefined) throw new Error('no job');
  const input = kind.input.parse(job.input);
  await kind.work({ ...job, store, input, signal: new AbortController().signal, wait, save });
}

/** Dies behind the tenth person, without having saved how far it came, and is begun anew. */
async function forgetAndBeginAnew(inBetween: () => Promise<unknown> = async () => {}): Promise<void> {
  await request();
  let saved = 0;
  await expect(
    work(async () => {
      saved += 1;
      if (saved > 10) throw new Error('killed');
    }),
  ).rejects.toThrow('killed');
  await drain();
  await inBetween();
  const full = new AbortController();
  const taking = (async () => {
    while (!full.signal.aborted) {
      await drain();
      await store.run('select pg_sleep(0.02)', []);
    }
  })();
  await work(async () => {}).finally(() => full.abort());
  await taking;
}

describe('the two guards of a person', () => {
  test('without the saved progress the key of the delivery still holds', async () => {
    await forgetAndBeginAnew();
    expect(await perPerson()).toEqual({ people: PEOPLE, most: 1 });
  });

  test('control: without the saved progress and the key some are written to twice', async () => {
    await forgetAndBeginAnew(() => store.run(`update deliveries set dedupe_key = 'forgotten ' || id`, []));
    expect((await perPerson())?.most).toBe(2);
  });
});
