import { createLogger, createMetrics, runProcess, startHealthServer } from '@domovoy/service-kit';
import { createSecretBox, openStore } from '@domovoy/store';
import { readHooksEnv } from './env.ts';
import { createHooksServer } from './http/create-server.ts';
import { createHookMetrics } from './observe/hook-metrics.ts';

runProcess('hooks', async (lifecycle) => {
  // 1. The environment
  const env = readHooksEnv();

  // 2. What tells about the process
  const logger = lifecycle.useLogger(createLogger({ name: 'hooks', level: env.log.level }));
  const processMetrics = createMetrics();

  // 3. The database: whoever calls while it is away is told so, and a portal that does not call again is looked at later
  const store = lifecycle.use('store', openStore(env.database.url, { applicationName: 'domovoy-hooks' }));

  // 4. Health, on a port of its own: the other one is open to the world
  const ready = async () => {
    await store.ping();
    return { ok: true };
  };
  const health = await startHealthServer({
    ...env.health,
    live: () => ({ ok: true }),
    ready,
    metrics: processMetrics,
  });
  lifecycle.use('health', health);

  // 5. The hooks
  const server = lifecycle.use(
    'server',
    createHooksServer({
      store,
      logger,
      metrics: createHookMetrics(processMetrics),
      encryption: env.encryptionKey && createSecretBox(env.encryptionKey),
      eventsPerSecond: env.eventsPerSecond,
      ready,
    }),
  );
  const { url } = await server.listen(env.http);
  logger.info({ event: 'listening', url, health: health.url }, `web hooks come in at ${url}`);
});
