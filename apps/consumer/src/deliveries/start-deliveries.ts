import { DELIVERY_KINDS } from '@domovoy/domain';
import type { Logger, Metrics } from '@domovoy/service-kit';
import type { Store } from '@domovoy/store';
import type { Keys } from '../integrations/access-of.ts';
import { createDeliveryMetrics } from '../observe/delivery-metrics.ts';
import { createDeliveryHandlers } from './delivery-handlers.ts';
import { createDeliveryWorker, type DeliveryWorker } from './delivery-worker.ts';
import { MessagesOutProducers } from './handlers/message/messages-out.ts';
import { RosDomofonClients } from './rosdomofon-clients.ts';
import type { DeliverySettings } from './settings.ts';

/** Domovoy's own kinds with their handlers, at work. */
export function startDeliveries(options: {
  readonly store: Store;
  readonly logger: Logger;
  readonly processMetrics: Metrics;
  readonly signal: AbortSignal;
  readonly keys: Keys;
  readonly settings?: Partial<DeliverySettings>;
  /** Longest time for one call to a service. */
  readonly callTimeoutMs?: number;
}): DeliveryWorker {
  const { processMetrics, keys, callTimeoutMs, ...rest } = options;
  const clients = new RosDomofonClients(keys, callTimeoutMs);
  const producers = new MessagesOutProducers(keys, callTimeoutMs);
  const worker: DeliveryWorker = createDeliveryWorker({
    ...rest,
    metrics: createDeliveryMetrics(processMetrics, { targets: () => worker.targets }),
    kinds: DELIVERY_KINDS,
    handlers: createDeliveryHandlers({
      store: rest.store,
      rosdomofonOf: (integration) => clients.of(integration),
      messagesOutOf: (integration) => producers.of(integration),
    }),
  });
  return {
    start: (integration, owner) => worker.start(integration, owner),
    get targets() {
      return worker.targets;
    },
    get blindMs() {
      return worker.blindMs;
    },
    async [Symbol.asyncDispose]() {
      await worker[Symbol.asyncDispose]();
      await Promise.all([clients[Symbol.asyncDispose](), producers[Symbol.asyncDispose]()]);
    },
  };
}
