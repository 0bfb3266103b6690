import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { place } from './harness/ledger.ts';
import { holdIntake, untilIntakesWait, untilPostgresAnswers } from './harness/locks.ts';
import { untilReady } from './harness/process.ts';
import { type Stack, startStack } from './harness/stack.ts';
import type { Trap } from './harness/trap.ts';

const ROUNDS = 3;
/** Lease 6 s, session of the Kafka group 10 s, and what a loaded machine needs. */
const TAKE_OVER_MS = 20_000;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: 'intake' });
});
afterAll(() => stack.close());

/** Repeats a fault while events come in, and judges once everything had the time to arrive. */
async function rounds(fault: (round: number) => Promise<void>): Promise<void> {
  stack.traffic.resume();
  for (let round = 1; round <= ROUNDS; round += 1) {
    await stack.traffic.more(30);
    await fault(round);
  }
  await stack.expectNothingLost();
}

/** Resolves when a subscriber is told of a message that was sent after now. */
async function untilToldOfNextMessage(timeoutMs: number): Promise<void> {
  const { traffic, messages } = stack;
  const from = traffic.ledger.size;
  await traffic.more(20);
  const next = traffic.ledger.entries.slice(from).find(({ expects }) => expects.kind === 'message');
  await expect
    .poll(() => messages.events.some(({ record }) => next && record === place(next)), {
      timeout: timeoutMs,
      interval: 50,
    })
    .toBe(true);
}

/** kill -9 of the consumer at the moment of the trap; what it was about to send is never sent. */
async function killConsumerAt(trap: Trap): Promise<void> {
  await trap.set(async () => {
    await stack.consumer.kill9();
    return 'drop' as const;
  });
  await stack.restartConsumer();
}

describe('at least once in, exactly one effect: kill -9 of the consumer', () => {
  test('before its transaction', async () => {
    await rounds(() => killConsumerAt(stack.hub.traps.beforeIntake));
  });

  test('inside its transaction, which Postgres then rolls back', async () => {
    await rounds(async () => {
      const lock = await holdIntake(stack.sql);
      const backends = await untilIntakesWait(stack.sql);
      await stack.consumer.kill9();
      await Promise.all(backends.map((pid) => stack.sql`select pg_terminate_backend(${pid})`));
      await lock.release();
      await stack.restartConsumer();
    });
  });

  test('inside its transaction, which commits while the next consumer is at the same records', async () => {
    await rounds(async () => {
      const lock = await holdIntake(stack.sql);
      const orphans = await untilIntakesWait(stack.sql);
      await stack.consumer.kill9();
      await stack.restartConsumer();
      await untilIntakesWait(stack.sql, orphans.length + 1);
      await lock.release();
    });
  });

  test('after the commit, before it learns of it', async () => {
    await rounds(() => killConsumerAt(stack.hub.traps.afterCommit));
  });

  test('after the commit, before the offset', async () => {
    await rounds(() => killConsumerAt(stack.hub.traps.beforeOffsetCommit));
  });
});

describe('at least once in, exactly one effect: kill -9 of everything else', () => {
  test('two consumers in turn; the first time no clock is moved, and the other one takes over within 20 s', async () => {
    let standby = await stack.hub.startConsumer();
    await rounds(async (round) => {
      await untilReady(standby, standby.url);
      await stack.consumer.kill9();
      if (round > 1) await stack.passTime();
      stack.consumer = standby;
      standby = await stack.hub.startConsumer();
      await untilToldOfNextMessage(TAKE_OVER_MS);
    });
    await standby.stop();
  });

  test('the API', async () => {
    await rounds(async () => {
      await stack.api.kill9();
      await stack.traffic.more(30);
      stack.api = await stack.hub.startApi();
    });
  });

  test('a backend of Postgres in the middle of an intake', async () => {
    await rounds(async () => {
      const lock = await holdIntake(stack.sql);
      const [backend = 0] = await untilIntakesWait(stack.sql);
      // The postmaster throws everybody out and recovers: shared memory may be broken.
      process.kill(backend, 'SIGKILL');
      await lock.release().catch(() => {});
      await untilPostgresAnswers(stack.sql);
    });
  });

  test('Postgres as a whole', async () => {
    await rounds(async () => {
      await stack.postgres.kill9();
      await stack.postgres.start();
    });
  });

  test('the Kafka broker', async () => {
    await rounds(async () => {
      await stack.sandbox.kill9();
      await stack.sandbox.start();
    });
  });

  test('all of it went through these hands', () => {
    expect(stack.traffic.ledger.size).toBeGreaterThan(1_000);
    expect(stack.messages.connects).toBeGreaterThan(ROUNDS);
  });
});
