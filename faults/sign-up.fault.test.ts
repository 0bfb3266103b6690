import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { env } from './harness/parts/env.ts';
import { untilPostgresAnswers } from './harness/seams/locks.ts';
import type { Trap } from './harness/seams/trap.ts';
import { type SignUpStack, startSignUpStack } from './harness/world/sign-ups.ts';

/** Sign-ups that are under way when something breaks. */
const UNDER_WAY = 4;

let stack: SignUpStack;
beforeAll(async () => {
  stack = await startSignUpStack();
});
afterEach(() => stack.control('DELETE', '/faults'));
afterAll(() => stack.close());

const EFFECTS = {
  'the account': /\/accounts$/,
  'the flat': /\/flats$/,
  'a service connection': /\/connections$/,
  'the status': /\/sign_ups\//,
  'the welcome': /\/messages$/,
} as const;
/** In CI all of them; elsewhere the one that is hardest to tell from its repeat. */
const effects = Object.entries(EFFECTS).filter(([name]) => env.isCi || name === 'the welcome');

/** Calls that a fault has struck so far. */
const struck = async (): Promise<number> => {
  const { faults } = (await stack.control('GET', '/faults')) as { faults: { hits: number }[] };
  return faults.reduce((sum, fault) => sum + fault.hits, 0);
};

/** kill -9 of the consumer at the moment of the trap; what was on its way is lost. */
async function killConsumerAt(trap: Trap): Promise<void> {
  const sprung = trap.set(async () => {
    await stack.consumer.kill9();
    return 'drop' as const;
  });
  await Promise.all([sprung, stack.signUp(UNDER_WAY)]);
  await stack.restartConsumer();
  await stack.expectEachOnce();
}

describe('each sign-up is completed exactly once, although the consumer is killed', () => {
  test('when it has claimed a delivery and only begun to look', async () => {
    await killConsumerAt(stack.traps.look);
  });

  test.each(effects)('before the call for %s', async (_name, path) => {
    stack.rosdomofon.only(path);
    await killConsumerAt(stack.traps.beforeEffect);
  });

  test.each(effects)('after the call for %s, of which it has not heard', async (_name, path) => {
    stack.rosdomofon.only(path);
    await killConsumerAt(stack.traps.afterEffect);
  });

  test('inside the transaction that settles a step and begins the next', async () => {
    const sql = postgres(stack.hub.databaseUrl, { max: 1, onnotice: () => {} });
    const locked = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const held = sql.begin(async (tx) => {
      // Readers go on; who writes a step waits, with the settling of its delivery written and not committed.
      await tx`lock table sign_up_steps in share mode`;
      locked.resolve();
      await released.promise;
    });
    await locked.promise;
    await stack.signUp(UNDER_WAY);
    const waiting = async () =>
      stack.sql<{ pid: number }[]>`
        select pid from pg_stat_activity
        where wait_event_type = 'Lock' and query like '%sign_up_steps%'`;
    await expect.poll(waiting, { timeout: 30_000, interval: 20 }).not.toEqual([]);
    const backends = await waiting();
    await stack.consumer.kill9();
    await Promise.all(backends.map(({ pid }) => stack.sql`select pg_terminate_backend(${pid})`));
    released.resolve();
    await held;
    await sql.end({ timeout: 1 });
    await stack.restartConsumer();
    await stack.expectEachOnce();
  });
});

describe('each sign-up is completed exactly once, although', () => {
  test('Postgres is killed in the middle', async () => {
    const sprung = stack.traps.look.set(async () => {
      await stack.postgres.kill9();
      return 'pass' as const;
    });
    await Promise.all([sprung, stack.signUp(UNDER_WAY)]);
    await stack.postgres.start();
    await untilPostgresAnswers(stack.hub.databaseUrl);
    await stack.expectEachOnce();
  });

  test('RosDomofon does what it is asked for, and answers with 500, breaks off, or is silent', async () => {
    const calls = { path: '/abonents-service/api/**', probability: 0.15 };
    for (const kind of ['error-after', 'cut-after'])
      await stack.control('POST', '/faults', { ...calls, kind });
    await stack.control('POST', '/faults', {
      kind: 'timeout-after',
      method: 'POST',
      path: 'accounts',
      times: 1,
    });
    await stack.signUp(env.isCi ? 12 : UNDER_WAY);
    await expect.poll(struck, { timeout: 60_000, interval: 50 }).toBeGreaterThan(env.isCi ? 20 : 5);
    await stack.control('DELETE', '/faults');
    await stack.expectEachOnce();
  });

  test('every token is good for a moment only', async () => {
    await stack.control('POST', '/behaviour', { tokenLifetimeS: 1 });
    await stack.control('POST', '/tokens/revoke', {});
    await stack.signUp(UNDER_WAY);
    await stack.expectEachOnce();
  });
});

test('control: an effect that is there twice is found out', async () => {
  await stack.sendWelcomeAgain();
  await expect(stack.expectEachOnce(5_000)).rejects.toThrow(/not there exactly once.*"messages":2/);
});
