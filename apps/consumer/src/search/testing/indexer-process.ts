// A consumer that only makes things searchable: for tests that kill it. One argument: the database.
import { createLogger, runProcess } from '@domovoy/service-kit';
import { openStore } from '@domovoy/store';
import { SearchIndexer } from '../search-indexer.ts';

runProcess('indexer', async (lifecycle) => {
  const logger = lifecycle.useLogger(createLogger({ name: 'test', level: 'info' }));
  const store = lifecycle.use('store', openStore(process.argv[2] ?? '', { applicationName: 'first' }));
  lifecycle.use('indexer', new SearchIndexer({ store, logger, pollMs: 20, restRatio: 0 }));
});
