import { createLogger, createMetrics, runProcess, startHealthServer } from '@domovoy/service-kit';
import { createSecretBox, openStore, untilDatabase, verifyEncryptionKey } from '@domovoy/store';
import type { DeliveryWorker } from './deliveries/delivery-worker.ts';
import { readConsumerEnv } from './env.ts';
import type { Keys } from './integrations/access-of.ts';
import { ensureIntegrationOfEnvironment } from './integrations/ensure-environment-integration.ts';
import { createConsumerMetrics } from './observe/consumer-metrics.ts';
import { lagByTopic, ownedByState } from './observe/intake-figures.ts';
import { readiness, type WorkerView } from './observe/readiness.ts';
import { startWork } from './start-work.ts';

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
  const encryption = env.encryptionKey && createSecretBox(env.encryptionKey, env.previousEncryptionKey);
  await untilDatabase(() => verifyEncryptionKey(store, encryption), {
    signal: lifecycle.signal,
    onWait: () => {},
  });
  const keys: Keys = {
    encryption,
    environment: kafka && integrationId !== null ? { integrationId, kafka, rest } : null,
  };

  // 6. The work
  const started = startWork({ store, logger, processMetrics, metrics, keys, env, lifecycle });
  ({ deliveries, worker } = started);
});
