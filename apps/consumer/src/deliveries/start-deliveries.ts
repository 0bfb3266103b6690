import { DELIVERY_KINDS } from '@domovoy/domain';
import type { Logger, Metrics } from '@domovoy/service-kit';
import type { Store } from '@domovoy/store';
import { createDeliveryMetrics } from '../observe/delivery-metrics.ts';
import { deliveryHandlers } from './delivery-handlers.ts';
import { createDeliveryWorker, type DeliveryWorker } from './delivery-worker.ts';

/** Domovoy's own kinds with their handlers, at work. */
export function startDeliveries(options: {
  readonly store: Store;
  readonly logger: Logger;
  readonly processMetrics: Metrics;
  readonly signal: AbortSignal;
}): DeliveryWorker {
  const { processMetrics, ...rest } = options;
  const worker: DeliveryWorker = createDeliveryWorker({
    ...rest,
    metrics: createDeliveryMetrics(processMetrics, { targets: () => worker.targets }),
    kinds: DELIVERY_KINDS,
    handlers: deliveryHandlers,
  });
  return worker;
}
