import { DELIVERY_KINDS } from '@domovoy/domain';
import type { Logger, Metrics } from '@domovoy/service-kit';
import type { Store } from '@domovoy/store';
import type { Keys } from '../integrations/access-of.ts';
import type { RequestLimit, RequestLimits } from '../integrations/request-limit.ts';
import { createDeliveryMetrics } from '../observe/delivery-metrics.ts';
import { Bitrix24Clients, type Bitrix24ClientsOptions } from './bitrix24-clients.ts';
import { createDeliveryHandlers, type HandlerTools } from './delivery-handlers.ts';
import { createDeliveryWorker, type DeliveryWorker } from './delivery-worker.ts';
import { MessagesOutProducers } from './handlers/message/messages-out.ts';
import { createUnlimited, type Limiter } from './limits/limiter.ts';
import { RosDomofonClients } from './rosdomofon-clients.ts';
import type { DeliverySettings } from './settings.ts';

/** Bitrix24 cuts a request after a minute. */
const PORTAL_CUT_MS = 60_000;

/** With what the handlers work with: the watches of portals share it. */
export interface DomovoyDeliveries extends DeliveryWorker {
  readonly tools: HandlerTools;
}

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
  /** The public address of apps/hooks; absent: portals cannot tell of their changes. */
  readonly hooksUrl?: string | null;
  /** What RosDomofon allows; shared with whoever else asks it. Absent: nothing is known. */
  readonly requestLimits?: RequestLimits;
  readonly rosdomofon?: { readonly requestTimeoutMs: number };
  readonly bitrix24?: Pick<Bitrix24ClientsOptions, 'limits' | 'requestTimeoutMs'> & {
    readonly cutMs?: number;
  };
}): DomovoyDeliveries {
  const {
    processMetrics,
    keys,
    callTimeoutMs,
    hooksUrl = null,
    rosdomofon,
    bitrix24,
    requestLimits,
    ...rest
  } = options;
  const { store, logger } = rest;
  const portalTimeoutMs = callTimeoutMs ?? bitrix24?.requestTimeoutMs;
  const portals = new Bitrix24Clients({
    store,
    keys,
    logger,
    ...(portalTimeoutMs === undefined ? {} : { requestTimeoutMs: portalTimeoutMs }),
    ...(bitrix24?.limits === undefined ? {} : { limits: bitrix24.limits }),
  });
  const clients = new RosDomofonClients(keys, callTimeoutMs ?? rosdomofon?.requestTimeoutMs, requestLimits);
  const producers = new MessagesOutProducers(keys, callTimeoutMs);
  const tools: HandlerTools = {
    store,
    rosdomofonOf: (integration) => clients.of(integration),
    messagesOutOf: (integration) => producers.of(integration),
    bitrix24Of: (integration) => portals.of(integration),
    clients: portals,
    learnTariff: (integrationId, tariff) => portals.learn(integrationId, tariff),
    portalStates: new Map(),
    encryption: keys.encryption,
    hooksUrl,
    portalCutMs: bitrix24?.cutMs ?? PORTAL_CUT_MS,
  };
  const worker: DeliveryWorker = createDeliveryWorker({
    ...rest,
    metrics: createDeliveryMetrics(processMetrics, { targets: () => worker.targets }),
    // A portal's limits are kept by its client.
    limiterOf: ({ id, kind }) =>
      requestLimits && kind === 'rosdomofon' ? limiterOf(requestLimits.of(id)) : createUnlimited(),
    kinds: DELIVERY_KINDS,
    handlers: createDeliveryHandlers(tools),
  });
  return {
    tools,
    start: (integration, owner) => worker.start(integration, owner),
    get targets() {
      return worker.targets;
    },
    get blindMs() {
      return worker.blindMs;
    },
    async [Symbol.asyncDispose]() {
      await worker[Symbol.asyncDispose]();
      await Promise.all([
        clients[Symbol.asyncDispose](),
        producers[Symbol.asyncDispose](),
        portals[Symbol.asyncDispose](),
      ]);
    },
  };
}

/** What is limited are requests, of which an attempt may make several, or none: it begins when few of them wait. */
const limiterOf = (limit: RequestLimit): Limiter => ({
  acquire: (signal) => limit.untilShort(signal),
  usage: () => limit.usage(),
});
