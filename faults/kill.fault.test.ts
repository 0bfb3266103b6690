import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { place } from './harness/judge/ledger.ts';
import { untilReady } from './harness/parts/process.ts';
import { type Stack, startStack } from './harness/parts/stack.ts';
import { holdIntake, untilIntakesWait, untilPostgresAnswers } from './harness/seams/locks.ts';
import { rounds } from './harness/world/rounds.ts';

/** Lease 6 s, session of the Kafka group 10 s, and what a loaded machine needs. */
const TAKE_OVER_MS = 25_000;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: 'kill' });
});
afterAll(() => stack.close());

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

describe('at least once in, exactly one effect, although kill -9 hits', () => {
  test('one of two consumers, in turn; the first time no clock is moved', async () => {
    let standby = await stack.hub.startConsumer();
    await rounds(stack, 2, async (round) => {
      await untilReady(standby, standby.url);
      await stack.consumer.kill9();
      if (round > 1) await stack.passTime();
      stack.consumer = standby;
      standby = await stack.hub.startConsumer();
      await untilToldOfNextMessage(TAKE_OVER_MS);
    });
    await standby.stop();
  });

  test('nobody, but the owner freezes, loses its lease to another one and comes back in the middle of its work', async () => {
    const standby = await stack.hub.startConsumer();
    await untilReady(standby, standby.url);
    await rounds(stack, 1, async () => {
      const owner = stack.consumer;
      await stack.hub.traps.afterCommit.set(() => {
        owner.freeze();
        return 'pass' as const;
      });
      await stack.passTime();
      await untilToldOfNextMessage(TAKE_OVER_MS);
      owner.thaw();
      await untilReady(owner, owner.url);
      await stack.traffic.more(30);
      expect(owner.isRunning).toBe(true);
    });
    await standby.stop();
  });

  test('the API', async () => {
    await rounds(stack, 1, async () => {
      await stack.api.kill9();
      await stack.traffic.more(30);
      stack.api = await stack.hub.startApi();
    });
  });

  test('a backend of Postgres in the middle of an intake', async () => {
    await rounds(stack, 3, async () => {
      await using lock = await holdIntake(stack.hub.databaseUrl);
      const [backend = 0] = await untilIntakesWait(stack.sql);
      process.kill(backend, 'SIGKILL');
      await lock.release();
      await untilPostgresAnswers(stack.hub.databaseUrl);
    });
  });

  test('Postgres as a whole', async () => {
    await rounds(stack, 3, async () => {
      await stack.postgres.kill9();
      await stack.postgres.start();
    });
  });

  test('the Kafka broker', async () => {
    await rounds(stack, 3, async () => {
      await stack.sandbox.kill9();
      await stack.sandbox.start();
    });
  });
});
