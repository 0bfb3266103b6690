import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createMirrorWorld, type MirrorWorld } from '../testing/mirror-world.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
let world: MirrorWorld;
const started: ChildProcess[] = [];

beforeAll(async () => {
  world = await createMirrorWorld({ accounts: 600 });
});
afterAll(async () => {
  for (const child of started) await kill(child);
  await world.close();
});

function start(): ChildProcess {
  const child = spawn(process.execPath, ['--conditions=@domovoy/source', main], {
    stdio: 'ignore',
    env: {
      DATABASE_URL: world.directUrl,
      KAFKA_BROKERS: world.brokers.join(),
      KAFKA_GROUP_ID: 'contract-1',
      COMPANY_SHORT_NAME: 'demo',
      ROSDOMOFON_URL: world.rest.url,
      ROSDOMOFON_USERNAME: world.rest.username,
      ROSDOMOFON_PASSWORD: world.rest.password,
      ROSDOMOFON_REQUESTS_PER_SECOND: '1000',
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

/** Whose connections were asked for. */
const servicesIn = (calls: readonly string[]) =>
  calls.filter((call) => /services\/\d+\/connections$/.test(call));

test('an import whose process is killed goes on in another one where it was, and nothing comes twice', async () => {
  const { services } = await world.truth();
  world.proxy.calls.length = 0;
  // Far enough apart for a full chunk of connections in between, whatever comes first.
  const [gate = 0, middle = 0] = [0.25, 0.75].map((part) => services[Math.floor(services.length * part)]);
  const lastSaved = `select coalesce(max(extract(epoch from now() - progress_at) * 1000), 0) from sync_runs`;
  const reached = Promise.withResolvers<void>();
  world.proxy.edit(async (path, answer) => {
    // So that the next step is saved, which a run does once a second.
    if (path.endsWith(`/services/${gate}/connections`))
      await vi.waitFor(async () => expect(await world.count(lastSaved)).toBeGreaterThan(1_000), 15_000);
    if (!path.endsWith(`/services/${middle}/connections`)) return answer;
    reached.resolve();
    await new Promise(() => {});
    return answer;
  });
  const first = start();
  await reached.promise;
  const checkpoint = `select (checkpoint->>'after')::int from sync_runs`;
  await vi.waitFor(async () => expect(await world.count(checkpoint)).toBeGreaterThan(0), 30_000);
  const [before] = await world.runs();
  expect(before).toMatchObject({ state: 'running', phase: 'connections' });
  start();
  await kill(first);
  world.proxy.edit((_path, answer) => answer);
  const callsBefore = world.proxy.calls.length;

  const run = await world.ended();
  expect(run).toMatchObject({ id: before?.id, state: 'completed', requested_by: 'schedule' });
  expect(run.fence).toBe(2n);
  await world.expectMirrored();
  // Once for each object, whatever was read twice.
  expect(
    await world.rows(`select entity, entity_id, count(*) from changes where op = 'added' and entity <> 'sync_run'
      group by 1, 2 having count(*) > 1`),
  ).toEqual([]);
  const { accounts, connections } = await world.truth();
  expect(await world.countsOf(run)).toMatchObject({
    account: { added: accounts.length, same: 0 },
    service_connection: { added: connections.length, same: 0 },
  });
  // The lists that were read completely are not read again, nor the services up to the checkpoint.
  const after = world.proxy.calls.slice(callsBefore);
  expect(after.filter((call) => call.endsWith('/v1/accounts'))).toEqual([]);
  expect(servicesIn(after).length).toBeGreaterThan(services.length / 10);
  expect(servicesIn(after).length).toBeLessThan(services.length * 0.8);
}, 120_000);
