import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createProcessWorld, effects, type ProcessWorld } from './testing/process-world.ts';

let world: ProcessWorld;
beforeAll(async () => {
  world = await createProcessWorld();
});
afterAll(() => world.close());

/** Enqueues for one integration after the other without a pause, and knows how long each was on its way. */
function startTraffic(targets: Awaited<ReturnType<ProcessWorld['begin']>>) {
  const sent = new Map<string, number>();
  const stop = new AbortController();
  const running = (async () => {
    for (let n = 0; !stop.signal.aborted; n++) {
      const target = targets[n % targets.length];
      const [effect] = effects(1, () => `of ${n % targets.length}`);
      if (!target || !effect) continue;
      sent.set(effect.key, performance.now());
      await world.enqueue(target, [effect]);
      await world.store.run('select pg_sleep(0.01)', []);
    }
  })();
  const waits = (from: number, to: number) => {
    const doneAt = new Map(world.server.effects.map(({ key, at }) => [key, at]));
    return [...sent]
      .filter(([, at]) => at >= from && at <= to)
      .map(([key, at]) => (doneAt.get(key) ?? Infinity) - at);
  };
  return {
    /** The longest of those that were enqueued since then, when all have arrived. */
    async longest(from: number): Promise<number> {
      const to = performance.now();
      await vi.waitUntil(() => Math.max(...waits(from, to)) < Infinity, { timeout: 30_000, interval: 50 });
      return Math.max(...waits(from, to));
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await running;
    },
  };
}

test('twenty integrations are shared evenly; one that joins costs none of them 2 s, one that is killed is replaced within 10 s', async () => {
  const targets = await world.begin(20);
  const first = world.start();
  await world.until(world.owned(first), 20);
  await using traffic = startTraffic(targets);
  // Every connection and every statement has been used once: what follows is no cold start.
  await vi.waitUntil(() => world.server.effects.length > 200, 30_000);
  // What this machine takes at the moment when nothing happens.
  const quietAt = performance.now();
  await vi.waitUntil(() => world.server.effects.length > 400, 30_000);
  const usual = await traffic.longest(quietAt);

  const joinedAt = performance.now();
  const second = world.start();
  await world.until(world.owned(second), 10);
  await world.until(world.owned(first), 10);
  expect((await traffic.longest(joinedAt)) - usual).toBeLessThan(2_000);

  const killedAt = performance.now();
  await second.kill9();
  await world.until(world.owned(first), 20, 10_000);
  const longest = await traffic.longest(killedAt);
  expect(longest - usual).toBeLessThan(10_000);
  // Control: half of them did have no owner for a while.
  expect(longest).toBeGreaterThan(2_000);

  await traffic[Symbol.asyncDispose]();
  await world.drained();
  expect(world.server.twice()).toEqual([]);
});
