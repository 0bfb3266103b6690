import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readiness } from './harness/parts/process.ts';
import { type Stack, startStack } from './harness/parts/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: 'outage' });
});
afterAll(() => stack.close());
beforeEach(() => stack.traffic.resume());

async function untilReadinessIs(url: string, status: number): Promise<void> {
  await expect
    .poll(async () => (await readiness(url)).status, { timeout: 60_000, interval: 50 })
    .toBe(status);
}

/** The hub finds out, waits, comes back by itself, and nothing was skipped. */
async function outage(options: {
  begin: () => void | Promise<void>;
  end: () => void | Promise<void>;
  /** Who has to say that they cannot work. */
  concerns: readonly ('consumer' | 'api')[];
}): Promise<void> {
  const { consumer, api } = stack;
  const concerned = options.concerns.map((name) => ({ consumer, api })[name].url);
  const told = stack.messages.events.length;
  await expect.poll(() => stack.messages.events.length).toBeGreaterThan(told);
  await options.begin();
  await Promise.all(concerned.map((url) => untilReadinessIs(url, 503)));
  await options.end();
  await Promise.all([consumer.url, api.url].map((url) => untilReadinessIs(url, 200)));
  await stack.expectNothingLost();
  expect([consumer.isRunning, api.isRunning], 'nobody had to be started again').toEqual([true, true]);
}

describe('an outage is no poison: work goes on by itself where it stopped, after', () => {
  test('Postgres was stopped and started', async () => {
    await outage({
      begin: () => stack.postgres.stop(),
      end: () => stack.postgres.start(),
      concerns: ['consumer', 'api'],
    });
  });

  test('Postgres was frozen with all its backends', async () => {
    await outage({
      begin: () => signalFamily(stack.postgres.pid, 'SIGSTOP'),
      end: () => signalFamily(stack.postgres.pid, 'SIGCONT'),
      concerns: ['consumer', 'api'],
    });
  });

  test('a firewall forgot the connections to Postgres: they stay open and never answer', async () => {
    const { hub } = stack;
    await outage({
      begin: () => [hub.consumerToPostgres, hub.apiToPostgres].forEach((proxy) => proxy.freeze()),
      end: () => {
        // From now on new ones work. The old ones stay silent for good.
        for (const proxy of [hub.consumerToPostgres, hub.apiToPostgres]) {
          proxy.freezeExisting();
          proxy.thaw();
        }
      },
      concerns: ['consumer', 'api'],
    });
  });

  test('Kafka was killed and started', async () => {
    await outage({
      begin: () => stack.sandbox.kill9(),
      end: () => stack.sandbox.start(),
      concerns: ['consumer'],
    });
  });

  test('Kafka and Postgres were away at the same time', async () => {
    await outage({
      begin: async () => void (await Promise.all([stack.sandbox.kill9(), stack.postgres.kill9()])),
      end: async () => void (await Promise.all([stack.postgres.start(), stack.sandbox.start()])),
      concerns: ['consumer', 'api'],
    });
  });
});

/** A stopped postmaster alone would only refuse newcomers; its backends work on. */
function signalFamily(pid: number, signal: 'SIGSTOP' | 'SIGCONT'): void {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  const children = stdout.split('\n').map(Number).filter(Boolean);
  expect(children.length, 'backends of Postgres').toBeGreaterThan(3);
  for (const member of [pid, ...children]) process.kill(member, signal);
}
