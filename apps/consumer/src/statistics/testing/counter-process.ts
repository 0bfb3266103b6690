// A consumer that only counts attempts: for tests that kill it. One argument: the database.
import { createLogger, runProcess } from '@domovoy/service-kit';
import { openStore } from '@domovoy/store';
import { AttemptCounter } from '../attempt-counter.ts';

runProcess('counter', async (lifecycle) => {
  const logger = lifecycle.useLogger(createLogger({ name: 'test', level: 'info' }));
  const store = lifecycle.use('store', openStore(process.argv[2] ?? '', { applicationName: 'first' }));
  lifecycle.use('counter', new AttemptCounter({ store, logger, pollMs: 20 }));
});
