import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { env } from './harness/parts/env.ts';
import { type Stack, startStack } from './harness/parts/stack.ts';
import { holdIntake, untilIntakesWait } from './harness/seams/locks.ts';
import type { Trap } from './harness/seams/trap.ts';
import { rounds } from './harness/world/rounds.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: 'intake' });
});
afterAll(() => stack.close());

/** kill -9 of the consumer at the moment of the trap; what it was about to send is never sent. */
async function killConsumerAt(trap: Trap): Promise<void> {
  await trap.set(async () => {
    await stack.consumer.kill9();
    return 'drop' as const;
  });
  await stack.restartConsumer();
}

describe('at least once in, exactly one effect, although the consumer is killed', () => {
  test('before its transaction', async () => {
    await rounds(stack, 2, () => killConsumerAt(stack.hub.traps.beforeIntake));
  });

  test('inside its transaction, which Postgres then rolls back', async () => {
    await rounds(stack, 2, async () => {
      await using lock = await holdIntake(stack.hub.databaseUrl);
      const backends = await untilIntakesWait(stack.sql);
      await stack.consumer.kill9();
      await Promise.all(backends.map((pid) => stack.sql`select pg_terminate_backend(${pid})`));
      await lock.release();
      await stack.restartConsumer();
    });
  });

  test('inside its transaction, which commits while the next consumer is at the same records', async () => {
    await rounds(stack, 2, async () => {
      await using lock = await holdIntake(stack.hub.databaseUrl);
      const orphans = await untilIntakesWait(stack.sql);
      await stack.consumer.kill9();
      await stack.restartConsumer();
      await untilIntakesWait(stack.sql, orphans.length + 1);
      await lock.release();
    });
  });

  test('after the commit, before it learns of it', async () => {
    await rounds(stack, 3, () => killConsumerAt(stack.hub.traps.afterCommit));
  });

  test('after the commit, before the offset', async () => {
    await rounds(stack, 3, () => killConsumerAt(stack.hub.traps.beforeOffsetCommit));
  });

  test('and enough events of every kind were under way for this to mean something', () => {
    const kinds = new Set(stack.traffic.ledger.entries.map(({ topic }) => topic));
    expect(kinds.size).toBe(4);
    expect(stack.traffic.ledger.size).toBeGreaterThan(env.isCi ? 500 : 200);
  });
});
