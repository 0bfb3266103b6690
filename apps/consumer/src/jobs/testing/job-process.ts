// A consumer that only works on jobs: for tests that kill it. One argument: the database. Logs on stdout.
import { JOB_KINDS } from '@domovoy/domain';
import { createLogger, runProcess } from '@domovoy/service-kit';
import { openStore } from '@domovoy/store';
import { JobWorker } from '../job-worker.ts';

runProcess('jobs', async (lifecycle) => {
  const logger = lifecycle.useLogger(createLogger({ name: 'test', level: 'info' }));
  const store = lifecycle.use('store', openStore(process.argv[2] ?? '', { applicationName: 'jobs' }));
  lifecycle.use('jobs', new JobWorker({ store, logger, kinds: JOB_KINDS }));
});
