import {
  cancelDelivery,
  dead,
  delivered,
  pauseTarget,
  redeliverOne,
  resumeTarget,
  retry,
} from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLeakyBucket } from './limits/limiter.ts';
import { createDeliveryWorld, type DeliveryWorld, type TestTarget } from './testing/delivery-world.ts';

let world: DeliveryWorld;
let target: TestTarget;
let other: TestTarget;
const started: { close: () => PromiseLike<void> }[] = [];

beforeAll(async () => {
  world = await createDeliveryWorld();
  target = await world.addTarget();
  other = await world.addTarget();
});
afterAll(() => world.close());
beforeEach(() => world.store.run('truncate deliveries, delivery_attempts, delivery_targets', []));
afterEach(async () => {
  for (const { close } of started.splice(0)) await close();
});

type Given = Parameters<DeliveryWorld['startWorker']>[0];
async function start(given: Given) {
  const worker = await world.startWorker(given);
  started.push(worker);
  return worker;
}

let keys = 0;
const effects = (count: number, about = (n: number) => `subject ${n}`) =>
  Array.from({ length: count }, (_, n) => ({ about: about(n), key: `key-${++keys}` }));
const attempts = 'select count(*) from delivery_attempts';
const deliveredTo = ({ integrationId }: TestTarget) =>
  `select count(*) from deliveries where state = 'delivered' and integration_id = ${integrationId}`;
const stateOf = async ({ companyId }: TestTarget) =>
  (await world.store.company(companyId).listDeliveryTargets({ limit: 1_000 }))[0];

describe('a target that fails', () => {
  const breaker = { failures: 3, baseMs: 300, capMs: 300 };

  test('opens its breaker: nothing more is tried, no attempt is spent, and the other target goes on at full speed', async () => {
    let isWell = false;
    const { worker, metrics } = await start({
      handle: ({ companyId }) =>
        companyId === target.companyId && !isWell ? retry('SERVER_ERROR') : delivered(),
      settings: { breaker: { failures: 3, baseMs: 60_000, capMs: 60_000 }, concurrency: 2 },
    });
    await world.enqueue(target, effects(100));
    await expect.poll(() => [...worker.targets].map(({ state }) => state)).toContain('breaker_open');
    // Those that were on their way when it opened have been tried as well: at most as many as go at once.
    await world.until(`select count(*) from deliveries where state = 'leased'`, 0);
    const spent = await world.count(attempts);
    expect(spent).toBeGreaterThanOrEqual(3);
    expect(spent).toBeLessThanOrEqual(4);

    await world.enqueue(other, effects(300));
    await world.until(deliveredTo(other), 300);
    expect(await world.count(`${attempts} where outcome <> 'delivered'`)).toBe(spent);
    expect(await world.count('select max(attempts) from deliveries')).toBe(1);
    await world.until(`select count(*) from delivery_targets where breaker = 'open'`, 1);
    expect((await stateOf(target))?.stored).toMatchObject({
      breaker: 'open',
      breakerCode: 'SERVER_ERROR',
      breakerUntil: expect.any(Date),
    });
    expect(await metrics.text()).toMatch(/domovoy_delivery_targets\{state="breaker_open"\} 1/);
  });

  test('control: without a breaker every delivery spends its attempts', async () => {
    await start({
      handle: () => retry('SERVER_ERROR'),
      settings: { breaker: { failures: 1_000_000, baseMs: 1, capMs: 1 }, concurrency: 2 },
    });
    await world.enqueue(target, effects(20));
    await world.drained();
    expect(await world.count(attempts)).toBe(100);
  });

  test('is probed by one delivery at a time, and goes on when it is well again', async () => {
    let isWell = false;
    let atOnce = 0;
    let most = 0;
    const { worker } = await start({
      handle: async () => {
        if (isWell) return delivered();
        most = Math.max(most, ++atOnce);
        await new Promise((resolve) => setImmediate(resolve));
        atOnce--;
        return retry('SERVER_ERROR');
      },
      settings: { breaker, concurrency: 1 },
    });
    const isOpen = () => [...worker.targets].some(({ state }) => state === 'breaker_open');
    await world.enqueue(target, effects(50), 'test.persist');
    await expect.poll(isOpen).toBe(true);
    const opened = await world.count(attempts);
    // Three probes, each of which opens it again.
    await expect.poll(() => world.count(attempts), { timeout: 10_000 }).toBeGreaterThanOrEqual(opened + 3);
    expect(isOpen()).toBe(true);
    expect(most).toBe(1);
    isWell = true;
    await world.drained();
    expect(await world.count(deliveredTo(target))).toBe(50);
    expect(isOpen()).toBe(false);
    await world.until(`select count(*) from delivery_targets where breaker = 'closed'`, 1);
  });

  test('is told from one that refuses: a dead delivery opens nothing', async () => {
    const { worker } = await start({ handle: () => dead('VALIDATION'), settings: { breaker } });
    await world.enqueue(target, effects(20));
    await world.drained();
    expect([...worker.targets].map(({ state }) => state)).toEqual(['running', 'running']);
  });
});

describe('a target that asks for a rest', () => {
  const quota = (retryAfterMs: number) =>
    new DomovoyError('quota', { code: 'RATE_LIMITED', retryable: true, retryAfterMs });

  test('rests as a whole, at no cost to any delivery, and goes on by itself', async () => {
    let refusals = 0;
    let restsUntil = 0;
    const early: number[] = [];
    await start({
      targets: [target],
      handle: () => {
        const now = performance.now();
        if (refusals === 0) {
          refusals++;
          restsUntil = now + 700;
          throw quota(700);
        }
        if (now < restsUntil) early.push(restsUntil - now);
        return delivered();
      },
      settings: { concurrency: 1 },
    });
    await world.enqueue(target, effects(30));
    await world.until('select count(*) from delivery_targets where quota_until > now()', 1);
    expect((await stateOf(target))?.stored).toMatchObject({ quotaCode: 'RATE_LIMITED', pausedAt: null });
    await world.drained();
    expect(early).toEqual([]);
    expect(await world.count(deliveredTo(target))).toBe(30);
    expect(await world.count('select max(attempts) from deliveries')).toBe(1);
    expect(await world.count(`${attempts} where outcome = 'retry' and error_code = 'RATE_LIMITED'`)).toBe(1);
  });

  test('keeps its rest when another worker takes it over, and loses it when a person says so', async () => {
    const first = await start({
      targets: [target],
      handle: () => {
        throw quota(600_000);
      },
    });
    const [id = 0n] = await world.enqueue(target, effects(1));
    await world.until('select count(*) from delivery_targets where quota_until > now()', 1);
    await first.close();
    const second = await start({ targets: [target], handle: () => delivered() });
    await expect.poll(() => [...second.worker.targets].map(({ state }) => state)).toEqual(['resting']);
    expect(await world.load(target, id)).toMatchObject({ state: 'pending', attempts: 0 });
    expect(await resumeTarget(world.store, { ...target, actor: 'user:1' })).toBe(true);
    await world.drained();
  });
});

describe('a person', () => {
  test('pauses a target: what waits stays, what is on its way ends, the other target goes on; resumed, it goes on at once', async () => {
    const release = Promise.withResolvers<void>();
    const { worker } = await start({
      handle: async ({ companyId }) => {
        if (companyId === target.companyId) await release.promise;
        return delivered();
      },
      settings: { concurrency: 2, pollMs: 60_000 },
    });
    await world.enqueue(target, effects(20), 'test.send');
    await expect.poll(() => [...worker.targets].map(({ attempting }) => attempting)).toContain(2);
    expect(await pauseTarget(world.store, { ...target, actor: 'user:1', reason: 'maintenance' })).toBe(true);
    await expect.poll(() => [...worker.targets].map(({ state }) => state)).toContain('paused');
    release.resolve();
    await world.until(deliveredTo(target), 2);
    await world.until(`select count(*) from deliveries where state = 'leased'`, 0);
    await world.enqueue(other, effects(50));
    await world.until(deliveredTo(other), 50);
    expect(await world.count(deliveredTo(target))).toBe(2);

    expect(await resumeTarget(world.store, { ...target, actor: 'user:1' })).toBe(true);
    await world.drained(5_000);
  });

  test('cancels a delivery that waits: what waited behind it goes on', async () => {
    await start({ handle: () => delivered(), settings: { pollMs: 60_000 } });
    const [first = 0n, second = 0n] = await world.enqueue(target, [
      { about: 'a', key: 'first', dueInMs: 600_000 },
      { about: 'a', key: 'second' },
    ]);
    expect(await world.load(target, second)).toMatchObject({ state: 'pending' });
    expect(await cancelDelivery(world.store, { ...target, deliveryId: first, actor: 'user:1' })).toEqual({
      kind: 'cancelled',
    });
    await world.drained(5_000);
    expect(await world.load(target, second)).toMatchObject({ state: 'delivered' });
    expect(await world.attemptsOf(target, first)).toEqual([]);
  });

  test('sends a dead one again, as a new one', async () => {
    let isMended = false;
    await start({
      handle: () => (isMended ? delivered({ by: 'hand' }) : dead('REFUSED')),
      settings: { pollMs: 60_000 },
    });
    const [id = 0n] = await world.enqueue(target, effects(1));
    await world.drained();
    isMended = true;
    const made = await redeliverOne(world.store, {
      ...target,
      deliveryId: id,
      actor: 'user:1',
      isForced: false,
      idempotencyKey: 'once',
    });
    if (made.kind !== 'redelivered') throw new Error(made.kind);
    await world.drained(5_000);
    expect(await world.load(target, made.id)).toMatchObject({
      state: 'delivered',
      result: { by: 'hand' },
      originalDeliveryId: id,
      requestedBy: 'user:1',
    });
    expect(await world.load(target, id)).toMatchObject({ state: 'dead', redeliveryId: made.id });
  });
});

describe('a limit', () => {
  // The bucket holds what a busy machine is late by.
  const [perSecond, burst] = [100, 25];

  /** When each of 250 was sent. */
  async function timesWith(limiterOf: Given['limiterOf']): Promise<number[]> {
    const times: number[] = [];
    await start({
      targets: [target],
      handle: () => {
        times.push(performance.now());
        return delivered();
      },
      ...(limiterOf ? { limiterOf } : {}),
    });
    await world.enqueue(target, effects(250));
    await world.drained();
    return times;
  }
  /** Most within a second: what leaks in a second, and the bucket, are allowed. */
  const mostPerSecond = (times: readonly number[]) =>
    Math.max(...times.map((time, at) => times.slice(at).filter((later) => later < time + 1_000).length));

  test('is never exceeded, and nearly all of it is used while there is a backlog', async () => {
    const times = await timesWith(() => createLeakyBucket({ perSecond, burst }));
    expect(mostPerSecond(times)).toBeLessThanOrEqual(perSecond + burst + 1);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
    expect(250 / seconds).toBeGreaterThanOrEqual(0.9 * perSecond);
  });

  test('control: without it more is sent', async () => {
    expect(mostPerSecond(await timesWith(undefined))).toBeGreaterThan(perSecond + burst + 1);
  });
});
