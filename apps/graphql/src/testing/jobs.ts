import { setTimeout as pause } from 'node:timers/promises';
import { JOB_KINDS, jobStatesBefore } from '@domovoy/domain';
import { claimJob, notifyChanges, type Store, saveJobProgress, settleJob } from '@domovoy/store';

/** Works on the next job as the consumer does. False: there is none. */
export async function workOnJob(store: Store): Promise<boolean> {
  const kinds = Object.keys(JOB_KINDS);
  const job = await claimJob(store, {
    worker: 'w',
    kinds,
    from: jobStatesBefore('running'),
    leaseMs: 30_000,
  });
  const kind = job && JOB_KINDS[job.kind];
  if (!job || !kind) return false;
  const fence = { jobId: job.id, fence: job.fence };
  const result = await kind.work({
    ...job,
    store,
    input: kind.input.parse(job.input),
    signal: new AbortController().signal,
    wait: (ms) => pause(ms),
    save: (runner, so) => saveJobProgress(runner, fence, { ...so, isTold: true }),
  });
  await settleJob(store, fence, {
    to: 'completed',
    from: jobStatesBefore('completed'),
    result,
    error: null,
  });
  await notifyChanges(store);
  return true;
}
