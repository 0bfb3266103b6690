import { createLogger, createMetrics, runProcess, startHealthServer } from '@domovoy/service-kit';
import { createSecretBox, openStore, untilDatabase, verifyEncryptionKey } from '@domovoy/store';
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
  const encryption = env.encryptionKey && createSecretBox(env.encryptionKey, env.previousEncryptionKey);
  const server = lifecycle.use(
    'server',
    createHooksServer({
      store,
      logger,
      metrics: createHookMetrics(processMetrics),
      encryption,
      events: { points: env.eventsBurst, pointsPerSecond: env.eventsPerSecond },
      trustedProxies: env.trustedProxies,
      ready,
    }),
  );
  const { url } = await server.listen(env.http);
  logger.info({ event: 'listening', url, health: health.url }, `web hooks come in at ${url}`);

  // 6. What it seals the consumers have to open: with another key than theirs it ends here
  await untilDatabase(() => verifyEncryptionKey(store, encryption), {
    signal: lifecycle.signal,
    onWait: (error, attempt) => {
      if (attempt === 1) logger.warn({ event: 'database-awaited', err: error }, 'waiting for the database');
    },
  });
  logger.info({ event: 'ready' }, 'the database is there, and its secrets are under this key');
});
