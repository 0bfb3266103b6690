import { createSecretBox, JOB_KINDS } from '@domovoy/domain';
import { createLogger, createMetrics, runProcess, startHealthServer } from '@domovoy/service-kit';
import { openStore, untilDatabase } from '@domovoy/store';
import type { DeliveryWorker } from './deliveries/delivery-worker.ts';
import { startDeliveries } from './deliveries/start-deliveries.ts';
import { readConsumerEnv } from './env.ts';
import { Intake } from './intake/intake.ts';
import type { Keys } from './integrations/access-of.ts';
import { ensureIntegrationOfEnvironment } from './integrations/ensure-environment-integration.ts';
import { RequestLimits } from './integrations/request-limit.ts';
import { JobWorker } from './jobs/job-worker.ts';
import { createConsumerMetrics } from './observe/consumer-metrics.ts';
import { lagByTopic, ownedByState } from './observe/intake-figures.ts';
import { readiness, type WorkerView } from './observe/readiness.ts';
import { mirrorStarter } from './sync/mirror-starter.ts';
import { createSyncMetrics } from './sync/sync-metrics.ts';
import { startUpkeep } from './upkeep/start-upkeep.ts';
import { startWorker } from './worker/worker.ts';

runProcess('consumer', async (lifecycle) => {
  // 1. The environment
  const env = readConsumerEnv();

  // 2. What tells about the process
  const logger = lifecycle.useLogger(createLogger({ name: 'consumer', level: env.log.level }));
  const processMetrics = createMetrics();
  let worker: WorkerView = { isLeased: false, hasLooked: false, intakes: [] };
  let deliveries: DeliveryWorker | undefined;
  const metrics = createConsumerMetrics(processMetrics, {
    lagByTopic: () => lagByTopic(worker),
    owned: () => ownedByState(worker),
  });

  // 3. The database
  const store = lifecycle.use('store', openStore(env.database.url, { applicationName: 'domovoy-consumer' }));

  // 4. Health: up before the work, so that waiting for the database can be seen
  const health = await startHealthServer({
    ...env.health,
    live: () => ({ ok: true }),
    ready: () => readiness(worker, { deliveries }),
    metrics: processMetrics,
  });
  lifecycle.use('health', health);
  logger.info({ event: 'listening', health: health.url });

  // 5. The integration that the environment names, and the keys of the stored ones
  const { kafka, rosdomofon: rest, companyShortName: shortName } = env;
  const integrationId =
    kafka && shortName
      ? await untilDatabase(() => ensureIntegrationOfEnvironment(store, { shortName, kafka, rest }), {
          signal: lifecycle.signal,
          onWait: (error, attempt) => {
            if (attempt === 1)
              logger.warn({ event: 'database-awaited', err: error }, 'waiting for the database');
          },
        })
      : null;
  const keys: Keys = {
    encryption: env.encryptionKey && createSecretBox(env.encryptionKey),
    environment: kafka && integrationId !== null ? { integrationId, kafka, rest } : null,
  };

  // 6. The work
  const { signal } = lifecycle;
  const requestLimits = new RequestLimits(env.requestsPerSecond);
  const sending = lifecycle.use(
    'deliveries',
    startDeliveries({
      store,
      logger,
      processMetrics,
      signal,
      keys,
      requestLimits,
      settings: { retentionDays: env.deliveryDays },
    }),
  );
  deliveries = sending;
  lifecycle.use('jobs', new JobWorker({ store, logger, kinds: JOB_KINDS }));
  lifecycle.use('upkeep', startUpkeep({ store, logger, processMetrics, days: env }));
  const { syncEveryMs } = env;
  const syncMetrics = createSyncMetrics(processMetrics);
  const started = startWorker({
    store,
    logger,
    syncEveryMs,
    startMirror: mirrorStarter({ store, keys, metrics: syncMetrics, logger, requestLimits }),
    startDeliveries: (integration, owner) => sending.start(integration, owner),
    startIntake: (integration) =>
      new Intake(integration, {
        store,
        keys,
        metrics,
        logger,
        clientId: `domovoy-consumer-${process.pid}`,
        onFatal: (error) => lifecycle.stop(error),
      }),
  });
  worker = lifecycle.use('worker', started);
});
