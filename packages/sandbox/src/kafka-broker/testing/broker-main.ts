import { startKafkaBroker } from '../broker.ts';
import type { KafkaBrokerOptions } from '../broker-options.ts';

/** The process behind BrokerProcess: gets its options by IPC, answers with its port, and ends with its parent. */
process.once('message', (options: KafkaBrokerOptions) => {
  void startKafkaBroker(options).then(({ endpoints }) => process.send?.(endpoints.port));
});
process.once('disconnect', () => process.exit(0));
