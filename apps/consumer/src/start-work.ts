import { JOB_KINDS } from '@domovoy/domain';
import type { Lifecycle, Logger, Metrics } from '@domovoy/service-kit';
import type { Store } from '@domovoy/store';
import { CrmFollower } from './crm/crm-follower.ts';
import type { DeliveryWorker } from './deliveries/delivery-worker.ts';
import { breakPortal } from './deliveries/handlers/integration/portal-handler.ts';
import { startDeliveries } from './deliveries/start-deliveries.ts';
import type { readConsumerEnv } from './env.ts';
import { HooksListener } from './hooks-intake/hooks-listener.ts';
import { PortalWatch } from './hooks-intake/portal-watch.ts';
import { Intake } from './intake/intake.ts';
import type { Keys } from './integrations/access-of.ts';
import { RequestLimits } from './integrations/request-limit.ts';
import { JobWorker } from './jobs/job-worker.ts';
import type { ConsumerMetrics } from './observe/consumer-metrics.ts';
import { IntakeReporter } from './observe/intake-reporter.ts';
import { SearchIndexer } from './search/search-indexer.ts';
import { AttemptCounter } from './statistics/attempt-counter.ts';
import { mirrorStarter } from './sync/mirror-starter.ts';
import { createSyncMetrics } from './sync/sync-metrics.ts';
import { startUpkeep } from './upkeep/start-upkeep.ts';
import { Waker } from './upkeep/waker.ts';
import { startWorker, type Worker } from './worker/worker.ts';

type Env = ReturnType<typeof readConsumerEnv>;

export interface WorkOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly processMetrics: Metrics;
  readonly metrics: ConsumerMetrics;
  readonly keys: Keys;
  readonly env: Pick<
    Env,
    | 'syncEveryMs'
    | 'requestsPerSecond'
    | 'hooksUrl'
    | 'reconcileEveryMs'
    | 'portalCutMs'
    | 'portalRequestTimeoutMs'
    | 'rosdomofonRequestTimeoutMs'
    | 'operatingSeconds'
    | 'deliveryDays'
  > &
    Parameters<typeof startUpkeep>[0]['days'];
  readonly lifecycle: Pick<Lifecycle, 'use' | 'signal' | 'stop'>;
}

/** All that a consumer does for the integrations that it owns; closed by the lifecycle, the last one first. */
export function startWork(options: WorkOptions): { deliveries: DeliveryWorker; worker: Worker } {
  const { store, logger, processMetrics, metrics, keys, env, lifecycle } = options;
  const { signal } = lifecycle;
  const { syncEveryMs, hooksUrl, reconcileEveryMs, operatingSeconds } = env;
  const { portalCutMs, portalRequestTimeoutMs } = env;
  const requestLimits = new RequestLimits(env.requestsPerSecond);
  const deliveries = lifecycle.use(
    'deliveries',
    startDeliveries({
      store,
      logger,
      processMetrics,
      signal,
      keys,
      hooksUrl,
      requestLimits,
      rosdomofon: { requestTimeoutMs: env.rosdomofonRequestTimeoutMs },
      settings: { retentionDays: env.deliveryDays },
      bitrix24: {
        cutMs: portalCutMs,
        requestTimeoutMs: portalRequestTimeoutMs,
        limits: { operatingSeconds },
      },
    }),
  );
  lifecycle.use('jobs', new JobWorker({ store, logger, kinds: JOB_KINDS }));
  lifecycle.use('waker', new Waker({ store, logger }));
  lifecycle.use('upkeep', startUpkeep({ store, logger, processMetrics, days: env }));
  lifecycle.use('search', new SearchIndexer({ store, logger }));
  lifecycle.use('statistics', new AttemptCounter({ store, logger }));
  const { tools } = deliveries;
  const started = startWorker({
    store,
    logger,
    syncEveryMs,
    startMirror: mirrorStarter({
      store,
      keys,
      metrics: createSyncMetrics(processMetrics),
      logger,
      requestLimits,
    }),
    startDeliveries: (integration, owner) => deliveries.start(integration, owner),
    startIntake: (integration) =>
      integration.kind === 'rosdomofon'
        ? new Intake(integration, {
            store,
            keys,
            metrics,
            logger,
            clientId: `domovoy-consumer-${process.pid}`,
            onFatal: (error) => lifecycle.stop(error),
          })
        : null,
    startWatch: (integration) =>
      integration.kind === 'bitrix24'
        ? new PortalWatch(integration, {
            store,
            logger,
            bitrix24Of: tools.bitrix24Of,
            onTrouble: (portal, trouble) => breakPortal(tools, portal, trouble),
            settings: { reconcileEveryMs },
          })
        : null,
  });
  const worker = lifecycle.use('worker', started);
  lifecycle.use('intake-reports', new IntakeReporter({ store, logger, worker }));
  lifecycle.use('crm', new CrmFollower({ store, logger, owned: () => worker.owned }));
  lifecycle.use('hooks', new HooksListener({ store, logger, watches: () => worker.watches }));
  return { deliveries, worker };
}
