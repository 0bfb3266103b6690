import { type KafkaBroker, startKafkaBroker } from '../broker.ts';
import type { KafkaBrokerOptions } from '../broker-options.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** A broker of its own for a test, in a folder that goes with it. */
export async function startTestBroker(options: Omit<KafkaBrokerOptions, 'dir'> = {}): Promise<KafkaBroker> {
  const folder = createTemporaryFolder();
  const broker = await startKafkaBroker({ rebalanceDelayMs: 20, ...options, dir: folder.path });
  const close = async () => {
    await broker.close();
    folder[Symbol.dispose]();
  };
  // Not a spread: that would read the getters once and for all.
  return Object.assign(Object.create(broker) as KafkaBroker, { close, [Symbol.asyncDispose]: close });
}
