import { randomUUID } from 'node:crypto';
import {
  type ClaimedJob,
  cancelJob as cancelInStore,
  claimJob,
  type DeliveryFilter,
  enqueueDeliveries,
  JobLostError,
  openStore,
  type Store,
  saveJobProgress,
  settleJob,
} from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JobInHand } from '../../jobs/job-kinds.ts';
import { jobStatesBefore } from '../../jobs/job-transitions.ts';
import { createTenant } from '../../testing/records.ts';
import { previewRedelivery } from './preview-redelivery.ts';
import { redeliverJob } from './redeliver-job.ts';
import { redeliverMatching } from './redeliver-matching.ts';

let store: Store;
let tenant: { companyId: bigint; integrationId: bigint };
const actor = 'user:1';

beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
  tenant = await createTenant(store);
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(() => store.run('truncate deliveries, delivery_attempts, jobs', []));

async function bury(count: number, code = 'E'): Promise<bigint[]> {
  const made = await enqueueDeliveries(
    store,
    Array.from({ length: count }, () => ({
      ...tenant,
      kind: 'test',
      subject: 'a',
      dedupeKey: randomUUID(),
      payload: {},
      maxAttempts: 5,
    })),
  );
  await store.run(
    `update deliveries set state = 'dead', settled_at = now(), last_error_code = $1 where state = 'pending' and redelivery_id is null and original_delivery_id is null`,
    [code],
  );
  return made.map(({ id }) => id);
}

const request = async (
  filter: DeliveryFilter,
  expectedCount: number,
  idempotencyKey: string = randomUUID(),
) => redeliverMatching(store, { companyId: tenant.companyId, filter, expectedCount, actor, idempotencyKey });

async function claim(): Promise<ClaimedJob> {
  const from = jobStatesBefore('running');
  const job = await claimJob(store, { worker: 'w', kinds: ['deliveries.redeliver'], from, leaseMs: 0 });
  if (job === null) throw new Error('no job');
  return job;
}

/** Works as a worker does; `onPiece` comes behind each piece, before it is committed. */
async function work(
  more: Partial<JobInHand> = {},
  onPiece: (done: number) => void = () => {},
): Promise<unknown> {
  const job = await claim();
  const fence = { jobId: job.id, fence: job.fence };
  const result = await redeliverJob.work({
    ...job,
    store,
    input: redeliverJob.input.parse(job.input),
    signal: new AbortController().signal,
    wait: () => Promise.reject(new Error('it waits for nobody')),
    async save(runner, so) {
      await saveJobProgress(runner, fence, { ...so, isTold: true });
      onPiece(so.done);
    },
    ...more,
  });
  const end = { to: 'completed', from: jobStatesBefore('completed'), result, error: null } as const;
  await settleJob(store, fence, end);
  return result;
}

const copies = () =>
  store.run<{ original: bigint; n: number }>(
    `select original_delivery_id as original, count(*)::int as n from deliveries
     where original_delivery_id is not null group by 1 order by min(id)`,
    [],
  );

describe('a job that sends many again', () => {
  test('makes one new delivery for each that matches, in their order', async () => {
    const ids = await bury(450);
    await bury(5, 'OTHER');
    expect(await request({ errorCodes: ['E'] }, 450)).toMatchObject({ kind: 'requested' });
    const steps: number[] = [];
    expect(await work({}, (done) => steps.push(done))).toEqual({ redelivered: 450, passedOver: 0 });
    expect(steps.length).toBeGreaterThan(3);
    expect(await copies()).toEqual(ids.map((original) => ({ original, n: 1 })));
  });

  test('goes on where it was when its worker dies in the middle of a piece, and makes none twice', async () => {
    await bury(450);
    await request({}, 450);
    await expect(
      work({}, (done) => {
        if (done >= 200) throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(await copies()).toHaveLength(100);
    // What was sent again may be over by now, and dead once more: it is not what was asked for.
    await store.run(
      `update deliveries set state = 'dead', settled_at = clock_timestamp() where state = 'pending'`,
      [],
    );
    expect(await work()).toEqual({ redelivered: 450, passedOver: 0 });
    expect((await copies()).every(({ n }) => n === 1)).toBe(true);
    expect(await copies()).toHaveLength(450);
  });

  test('control: without the progress of each piece, and what points from each to its copy, some are made twice', async () => {
    await bury(450);
    await request({}, 450);
    const forgetful = async () => {
      throw new Error('killed');
    };
    let pieces = 0;
    await expect(
      work({
        save: async () => {
          pieces += 1;
          // Behind the commit of the first piece: nothing of it was kept.
          if (pieces > 1) await forgetful();
        },
      }),
    ).rejects.toThrow('killed');
    await store.run(
      `update deliveries set redelivery_id = null,
        state = 'dead', settled_at = case when state = 'pending' then clock_timestamp() else settled_at end`,
      [],
    );
    await work();
    expect((await copies()).some(({ n }) => n === 2)).toBe(true);
  });

  test('stops behind the piece when it is told to, and loses the next piece when it is cancelled', async () => {
    await bury(450);
    const asked = await request({}, 450);
    const stop = new AbortController();
    await expect(work({ signal: stop.signal }, () => stop.abort(new Error('ends')))).rejects.toThrow('ends');
    expect(await copies()).toHaveLength(100);
    const jobId = 'jobId' in asked ? asked.jobId : 0n;
    let hasCancelled: Promise<boolean> | undefined;
    await expect(
      work({}, (done) => {
        // Waits for the row that the piece holds, and is there before the next one.
        if (done === 200)
          hasCancelled = cancelInStore(store, { ...tenant, jobId, actor }, jobStatesBefore('cancelled'));
      }),
    ).rejects.toThrow(JobLostError);
    expect(await hasCancelled).toBe(true);
    const made = (await copies()).length;
    expect(made).toBeGreaterThanOrEqual(200);
    expect(made).toBeLessThan(450);
  });

  test('passes over what another one has sent again, and leaves alone what was not over when it was asked for', async () => {
    await bury(30);
    await request({}, 30);
    await request({}, 30);
    await bury(5);
    await work();
    expect(await work()).toEqual({ redelivered: 0, passedOver: 30 });
    expect(await copies()).toHaveLength(30);
  });

  test.each(['delivered', 'dead', 'pending'])(
    'of one whose redelivery is %s nothing but that may be sent again',
    async (state) => {
      await bury(3);
      await request({}, 3);
      await work();
      await store.run(`update deliveries set state = $1, settled_at = now() where state = 'pending'`, [
        state,
      ]);
      const left = state === 'dead' ? 3 : 0;
      const { companyId } = tenant;
      expect(await previewRedelivery(store, { companyId, filter: {}, limit: 10 })).toMatchObject({
        count: left,
      });
      await request({}, left);
      expect(await work()).toEqual({ redelivered: left, passedOver: 0 });
      expect((await copies()).map(({ n }) => n)).toEqual(left === 3 ? [2, 2, 2] : [1, 1, 1]);
    },
  );
});

describe('asking for it', () => {
  test('does nothing when others match by then, and once for each key', async () => {
    await bury(3);
    expect(await request({}, 2)).toEqual({ kind: 'count-changed', count: 3 });
    expect(await request({ states: ['pending'] }, 3)).toEqual({ kind: 'count-changed', count: 0 });
    const first = await request({}, 3, 'many');
    expect(await request({}, 3, 'many')).toEqual(first);
    expect(await request({}, 2, 'many')).toEqual({ kind: 'key-conflict' });
    expect(await store.run('select state from jobs', [])).toEqual([{ state: 'queued' }]);
  });

  test('is previewed: how many, why they failed, and how long their target will take', async () => {
    await bury(4);
    await bury(2, 'F');
    const preview = () =>
      previewRedelivery(store, { companyId: tenant.companyId, filter: {}, limit: 10_001 });
    const known = {
      count: 6,
      byCode: [
        { code: 'E', count: 4 },
        { code: 'F', count: 2 },
      ],
    };
    expect(await preview()).toEqual({ ...known, durationMs: null });
    await store.run(
      `insert into delivery_targets (integration_id, company_id, used_per_second, allowed_per_second, reported_at)
       values ($1, $2, 0, 2, now())`,
      [tenant.integrationId, tenant.companyId],
    );
    expect(await preview()).toEqual({ ...known, durationMs: 3_000 });
  });
});
