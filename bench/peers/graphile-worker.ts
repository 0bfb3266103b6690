// The peer of `deliveries`: graphile-worker as its own documentation sets it up for speed. On the message { jobs, queues }
// it adds so many jobs and works through them; queues: 0 is none, else each job belongs to one of so many, in order.
import { makeWorkerUtils, parseCronItems, type Runner, run } from 'graphile-worker';

const connectionString = process.argv[2] ?? '';
const preset = {
  worker: {
    connectionString,
    concurrentJobs: 24,
    maxPoolSize: 25,
    localQueue: { size: 500 },
    completeJobBatchDelay: 0,
    failJobBatchDelay: 0,
  },
};

let left = 0;
let finish = () => {};
const taskList = {
  effect: () => {
    left -= 1;
    if (left === 0) finish();
  },
};

const utils = await makeWorkerUtils({ connectionString });
await utils.migrate();

async function round(jobs: number, queues: number): Promise<number> {
  for (let from = 0; from < jobs; from += 1_000)
    await utils.addJobs(
      Array.from({ length: Math.min(1_000, jobs - from) }, (_, n) => ({
        identifier: 'effect',
        payload: { key: String(from + n) },
        ...(queues > 0 ? { queueName: `queue-${(from + n) % queues}` } : {}),
      })),
    );
  left = jobs;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const started = performance.now();
  const runner: Runner = await run({ preset, taskList, parsedCronItems: parseCronItems([]) });
  await finished;
  // Stopping waits until the last completion is written.
  await runner.stop();
  return (performance.now() - started) / 1_000;
}

process.on('message', ({ jobs, queues }: { jobs: number; queues: number }) => {
  void round(jobs, queues).then((seconds) => process.send?.({ seconds }));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
