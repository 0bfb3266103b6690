import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createProcessWorld, effects, type ProcessWorld } from './testing/process-world.ts';
import type { WorkerProcess } from './testing/worker-child.ts';

let world: ProcessWorld;
beforeAll(async () => {
  world = await createProcessWorld();
});
afterAll(() => world.close());

const delivered = `select count(*) from deliveries where state = 'delivered'`;
const isOf = ({ pid }: WorkerProcess): unknown => expect.stringContaining(`:${pid}:`);

/** Two processes of which the first owns the integration; the service keeps its answers back. */
async function pair(more: Parameters<ProcessWorld['start']>[0]) {
  const [target] = await world.begin(1);
  if (!target) throw new Error('one was asked for');
  const first = world.start(more);
  await world.until(world.owned(first), 1);
  const second = world.start(more);
  await second.event('worker-registered');
  // The first one gets up to speed, so that it claims more than it can begin.
  await world.enqueue(target, effects(300));
  await world.drained();
  await world.store.run('truncate deliveries, delivery_attempts', []);
  world.answerWith(({ by }) => (by === first.pid ? 'hold' : 200));
  return { target, first, second };
}

describe('a worker that is killed between the effect and its settling', () => {
  test('is replaced; what it had begun is begun again within its lease and a second, with one effect', async () => {
    // Longer than an owner's: when it ends, the integration has its next one.
    const { target, first, second } = await pair({ settings: { leaseMs: 9_000 } });
    const given = effects(3);
    const ids = await world.enqueue(target, given);
    await vi.waitUntil(() => world.effectsOf(given).length === 3, 10_000);
    await first.kill9();
    const [lease] = await world.store.run<{ ends: number }>(
      `select extract(epoch from max(lease_until))::float8 * 1000 as ends from deliveries`,
      [],
    );
    await world.until(delivered, 3);
    expect(world.server.twice()).toEqual([]);
    const [began] = await world.store.run<{ first: number; last: number }>(
      `select min(at)::float8 as first, max(at)::float8 as last from delivery_attempts,
        lateral (select extract(epoch from ended_at) * 1000 - duration_ms as at) began where outcome = 'delivered'`,
      [],
    );
    expect((began?.last ?? Infinity) - (lease?.ends ?? 0)).toBeLessThanOrEqual(1_000);
    // Control: the lease was waited for.
    expect(began?.first ?? 0).toBeGreaterThanOrEqual((lease?.ends ?? Infinity) - 1_000);
    for (const id of ids) {
      expect(await world.attemptsOf(target, id)).toMatchObject([
        { outcome: 'ambiguous', errorCode: 'LEASE_EXPIRED', worker: isOf(first) },
        { outcome: 'delivered', worker: isOf(second) },
      ]);
      expect(await world.load(target, id)).toMatchObject({ result: { was: 'there' }, ambiguousAttempts: 1 });
    }
  });
});

/** Frozen with one attempt on its way and others claimed; thawed when another process has done all of it. */
async function freezeAndThaw(isBlind: boolean) {
  const { target, first, second } = await pair({ isBlind, settings: { concurrency: 1 } });
  const given = effects(5);
  const ids = await world.enqueue(target, given);
  await vi.waitUntil(() => world.effectsOf(given).length === 1, 10_000);
  await world.until(`select count(*) from deliveries where state = 'leased'`, 5);
  first.freeze();
  await world.until(world.owned(second), 1, 15_000);
  await world.until(delivered, 5);
  world.server.release();
  first.thaw();
  await first.event('delivery-lease-lost');
  await first.event('lease-lost');
  const effectsBy = ({ pid }: WorkerProcess) => world.effectsOf(given).filter(({ by }) => by === pid).length;
  return {
    byFirst: effectsBy(first),
    twice: world.server.twice(),
    begun: given[0]?.key ?? '',
    attempts: await world.attemptsOf(target, ids[0] ?? 0n),
    expected: [
      { outcome: 'ambiguous', errorCode: 'LEASE_EXPIRED', lateOutcome: 'delivered', worker: isOf(first) },
      { outcome: 'delivered', lateOutcome: null, worker: isOf(second) },
    ],
  };
}

describe('an owner that is frozen and comes back', () => {
  test('settles nothing, sends nothing more of what it held, and what it did is recorded', async () => {
    const { byFirst, twice, attempts, expected } = await freezeAndThaw(false);
    expect(attempts).toMatchObject(expected);
    expect(byFirst).toBe(1);
    expect(twice).toEqual([]);
    expect(await world.count(`select count(*) from delivery_attempts where outcome = 'delivered'`)).toBe(5);
  });

  test('control: without looking first an effect is there twice, and the attempts say which', async () => {
    const { byFirst, twice, begun, attempts, expected } = await freezeAndThaw(true);
    expect(twice).toEqual([begun]);
    expect(attempts).toMatchObject(expected);
    expect(byFirst).toBe(1);
    expect(await world.count('select count(*) from delivery_attempts where late_outcome is not null')).toBe(
      1,
    );
  });
});
