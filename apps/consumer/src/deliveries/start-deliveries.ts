import { DELIVERY_KINDS } from '@domovoy/domain';
import type { Logger, Metrics } from '@domovoy/service-kit';
import type { Store } from '@domovoy/store';
import type { Keys } from '../integrations/access-of.ts';
import type { RequestLimit, RequestLimits } from '../integrations/request-limit.ts';
import { createDeliveryMetrics } from '../observe/delivery-metrics.ts';
import { createDeliveryHandlers } from './delivery-handlers.ts';
import { createDeliveryWorker, type DeliveryWorker } from './delivery-worker.ts';
import { MessagesOutProducers } from './handlers/message/messages-out.ts';
import type { Limiter } from './limits/limiter.ts';
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
  /** What the services allow; shared with whoever else asks them. Absent: nothing is known. */
  readonly requestLimits?: RequestLimits;
}): DeliveryWorker {
  const { processMetrics, keys, callTimeoutMs, requestLimits, ...rest } = options;
  const clients = new RosDomofonClients(keys, callTimeoutMs, requestLimits);
  const producers = new MessagesOutProducers(keys, callTimeoutMs);
  const worker: DeliveryWorker = createDeliveryWorker({
    ...rest,
    metrics: createDeliveryMetrics(processMetrics, { targets: () => worker.targets }),
    ...(requestLimits && { limiterOf: ({ id }) => limiterOf(requestLimits.of(id)) }),
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

/** What is limited are requests, of which an attempt may make several, or none: it begins when few of them wait. */
const limiterOf = (limit: RequestLimit): Limiter => ({
  acquire: (signal) => limit.untilShort(signal),
  usage: () => limit.usage(),
});
