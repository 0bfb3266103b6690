import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Endpoints } from './data-folder/endpoints.ts';
import { findProcesses } from './testing/leftovers.ts';
import {
  askGraphql,
  type CliRun,
  createWorkplace,
  killIfThere,
  MAIN,
  runCli,
  runNode,
  untilReady,
  type Workplace,
} from './testing/start-cli.ts';

const SIGN_UPS = '{ signUps(first: 100) { nodes { id } } }';
type Part = 'postgres' | 'sandbox' | 'consumer' | 'graphql';
interface SignUps {
  signUps: { nodes: { id: string }[] };
}

describe('parts that are killed', () => {
  let place: Workplace;
  let run: CliRun;
  let endpoints: Endpoints;

  beforeAll(async () => {
    place = await createWorkplace();
    run = runCli(place, ['dev']);
    endpoints = await untilReady(place, run);
  }, 90_000);
  afterAll(() => place[Symbol.asyncDispose]());

  const pidOf = (part: Part): number => {
    if (part === 'postgres')
      return Number(readFileSync(join(place.data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    const found = findProcesses(place.data).find(({ command }) => command.includes(`/${part}/src/main.ts`));
    if (!found) throw new Error(`${part} does not run`);
    return found.pid;
  };
  /** Is there somebody again? Whether the consumer is in its group again is a matter of Kafka's session time-out. */
  const answers = async (part: Part) => {
    if (part === 'postgres') return (await fetch(endpoints.health.graphql).catch(() => null))?.status === 200;
    const base = {
      graphql: endpoints.graphql,
      sandbox: endpoints.sandbox.control ?? '',
      consumer: endpoints.health.consumer,
    };
    return (await fetch(new URL('/healthz', base[part])).catch(() => null))?.status === 200;
  };
  let sent = 0;

  const killAndWait = async (part: Part) => {
    process.kill(pidOf(part), 'SIGKILL');
    await expect
      .poll(() => run.output(), { timeout: 30_000 })
      .toContain(`${part} was ended by SIGKILL; it starts again`);
    await expect.poll(() => answers(part), { timeout: 40_000 }).toBe(true);
  };

  test.each(['graphql', 'sandbox', 'postgres'] as const)(
    '%s starts again on the same port, and events flow',
    async (part) => {
      await killAndWait(part);
      const demo = runCli(place, ['demo', 'events', '--sign-ups', '3', '--messages', '0']);
      if ((await demo.exited).code !== 0) throw new Error(demo.output());
      sent += 3;
      const count = async () => (await askGraphql<SignUps>(endpoints, SIGN_UPS)).signUps.nodes.length;
      await expect.poll(() => count().catch(() => -1), { timeout: 40_000 }).toBe(sent);
    },
  );

  // Last, and without events: the group waits for the killed member until its session of 45 s is over.
  test('consumer starts again on the same port', () => killAndWait('consumer'));

  test('a part that cannot come back ends everything with its last words and exit code 1', async () => {
    killIfThere(pidOf('graphql'));
    // Another program takes the port before the next life of graphql can.
    const thief = createServer();
    await vi.waitUntil(
      () =>
        new Promise((resolve) => {
          thief.once('error', () => resolve(false));
          thief.listen(Number(new URL(endpoints.graphql).port), '127.0.0.1', () => resolve(true));
        }),
      { interval: 10 },
    );
    expect(await run.exited).toEqual({ code: 1, signal: null });
    expect(run.output()).toContain('times in a row. Its last words:');
    expect(run.output()).toContain('EADDRINUSE');
    expect(findProcesses(place.data)).toEqual([]);
    thief.close();
  });
});

describe('a launcher that is killed', () => {
  test('leaves no process, and the next start takes over; that one stops when the npm above it is killed', async () => {
    await using place = await createWorkplace();
    const run = runCli(place, ['dev']);
    const endpoints = await untilReady(place, run);
    // The control: the same search finds the parts while they run.
    expect(findProcesses(place.data).length).toBeGreaterThanOrEqual(5);
    run.child.kill('SIGKILL');
    await run.exited;
    rmSync(place.endpointsFile);

    // At once: the new launcher waits until what the killed one left behind is gone, and has the same ports.
    // Below an npm in small: a parent that knows nothing of signals.
    const parent =
      'require("node:child_process").spawn(process.execPath, process.argv.slice(1), { stdio: "ignore" }); setInterval(() => {}, 1000)';
    const words = ['-e', parent, '--', '--conditions=@domovoy/source', MAIN, 'dev'];
    const npm = runNode(place, words, { npm_lifecycle_event: 'start' });
    expect(await untilReady(place, npm)).toEqual(endpoints);
    npm.child.kill('SIGKILL');
    await expect.poll(() => findProcesses(place.data), { timeout: 20_000 }).toEqual([]);
    expect(existsSync(place.endpointsFile)).toBe(false);
  });

  test('leaves no process while it is still starting', async () => {
    await using place = await createWorkplace({ isNew: true });
    const run = runCli(place, ['dev']);
    await expect
      .poll(() => findProcesses(place.data).length, { timeout: 30_000, interval: 20 })
      .toBeGreaterThanOrEqual(3);
    killIfThere(run.child.pid ?? 0);
    await run.exited;
    await expect.poll(() => findProcesses(place.data), { timeout: 15_000 }).toEqual([]);
  });
});
