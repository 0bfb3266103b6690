import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { pauseTarget, resumeTarget } from '@domovoy/domain';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createEffectWorld, type EffectWorld } from '../testing/effect-world.ts';

const main = fileURLToPath(new URL('../../../main.ts', import.meta.url));
let world: EffectWorld;
let conversationId: bigint;
const started: ChildProcess[] = [];

beforeAll(async () => {
  world = await createEffectWorld();
  start();
  conversationId = await world.write();
});
afterEach(() => Promise.all(started.splice(0).map(kill)));
afterAll(() => world.close());

function start(): ChildProcess {
  const { url, username, password } = world.sandbox.endpoints.rosdomofon;
  const child = spawn(process.execPath, ['--conditions=@domovoy/source', main], {
    stdio: 'ignore',
    env: {
      DATABASE_URL: world.directUrl,
      KAFKA_BROKERS: world.brokers.join(),
      KAFKA_GROUP_ID: 'contract-1',
      KAFKA_TLS: 'off',
      COMPANY_SHORT_NAME: 'demo',
      ROSDOMOFON_URL: url,
      ROSDOMOFON_USERNAME: username,
      ROSDOMOFON_PASSWORD: password,
      HEALTH_PORT: '0',
    },
  });
  started.push(child);
  return child;
}
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Holds a table until `release`: whoever comes to it waits there, and is killed there. */
async function hold(table: string, mode: string) {
  const held = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const holding = world.store.transaction(async (tx) => {
    await tx.execute(`lock table ${table} in ${mode} mode`);
    held.resolve();
    await released.promise;
  });
  await held.promise;
  return async () => {
    released.resolve();
    await holding;
  };
}

/** The killed one's leases are over: what would take half a minute. */
async function goOn(): Promise<void> {
  await world.until(
    `select count(*) from pg_stat_activity where application_name = 'domovoy-consumer' and datname = current_database()`,
    0,
  );
  await world.rows(`update deliveries set lease_until = now() where state = 'leased'`);
  await world.rows('update workers set lease_until = now()');
  start();
}

async function expectOnce(text: string, deliveryId: bigint): Promise<void> {
  const row = await world.settled({ deliveryId }, 40_000);
  expect(row).toMatchObject({ state: 'delivered', ambiguousAttempts: expect.any(Number) });
  expect(row.ambiguousAttempts).toBeGreaterThanOrEqual(1);
  await world.untilReadBack();
  expect((await world.told()).filter((one) => one === text)).toHaveLength(1);
  expect((await world.outgoing()).filter((one) => one.text === text)).toMatchObject([
    { state: 'sent', is_outcome_unknown: false },
  ]);
}

test('a process that is killed between sending a message and settling it: the message is sent, once', async () => {
  const release = await hold('delivery_attempts', 'share');
  const { deliveryId } = await world.answer(conversationId, 'после отправки');
  await expect
    .poll(async () => (await world.told()).includes('после отправки'), { timeout: 20_000 })
    .toBe(true);
  await Promise.all(started.splice(0).map(kill));
  await release();
  await goOn();
  await expectOnce('после отправки', deliveryId);
});

test('a process that is killed before it sends a message: the message is sent, once', async () => {
  start();
  const [integration] = await world.rows<{ id: bigint }>('select id from integrations');
  const target = { companyId: await world.companyId(), integrationId: integration?.id ?? 0n };
  await pauseTarget(world.store, { ...target, actor: 'test', reason: null });
  const { deliveryId } = await world.answer(conversationId, 'до отправки');
  const release = await hold('messages', 'access exclusive');
  await resumeTarget(world.store, { ...target, actor: 'test' });
  await world.until(`select count(*) from deliveries where id = ${deliveryId} and state = 'leased'`, 1);
  await Promise.all(started.splice(0).map(kill));
  await release();
  expect(await world.told()).not.toContain('до отправки');
  await goOn();
  await expectOnce('до отправки', deliveryId);
});
