import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProcessWorld, effects, LEASE_MS, type ProcessWorld } from './testing/process-world.ts';

const HOUR_MS = 3_600_000;

let world: ProcessWorld;
beforeAll(async () => {
  world = await createProcessWorld();
});
afterAll(() => world.close());

describe('a process whose wall clock is wrong by an hour', () => {
  test.each([
    ['fast', HOUR_MS],
    ['slow', -HOUR_MS],
  ])(
    '(%s) works as any other: due times, pauses and leases are the database’s',
    async (_name, clockSkewMs) => {
      const [target] = await world.begin(1);
      if (!target) throw new Error('one was asked for');
      const skewed = world.start({}, { clockSkewMs });
      // Control: the clock of that process really is wrong.
      const { wallClock } = (await skewed.event('started')) ?? {};
      expect(Math.abs(Date.parse(String(wallClock)) - Date.now() - clockSkewMs)).toBeLessThan(60_000);
      await world.until(world.owned(skewed), 1);

      let failures = 2;
      world.answerWith(() => (failures-- > 0 ? 500 : 200));
      const [now = { about: '', key: '' }, later = now] = effects(2);
      const enqueuedAt = performance.now();
      await world.enqueue(target, [now, { ...later, dueInMs: 1_500 }]);
      await world.drained(10_000);
      const sentAfterMs = ({ key }: { key: string }) =>
        (world.server.effects.find((effect) => effect.key === key)?.at ?? 0) - enqueuedAt;
      expect(sentAfterMs(now)).toBeLessThan(1_500);
      expect(sentAfterMs(later)).toBeGreaterThanOrEqual(1_500);
      expect(sentAfterMs(later)).toBeLessThan(3_500);
      expect(await world.count(`select count(*) from delivery_attempts where outcome = 'retry'`)).toBe(2);
      const wrongTimes = `select count(*) from delivery_attempts where ended_at not between now() - interval '1 minute' and now()`;
      expect(await world.count(wrongTimes)).toBe(0);

      world.answerWith(() => 'hold');
      await world.enqueue(target, effects(1));
      await world.until(`select count(*) from deliveries where state = 'leased'`, 1);
      const leftMs = await world.count(
        `select extract(epoch from lease_until - now()) * 1000 from deliveries where state = 'leased'`,
      );
      expect(leftMs).toBeGreaterThan(0);
      expect(leftMs).toBeLessThanOrEqual(LEASE_MS);
      const holds = `select count(*) from workers where lease_until between now() and now() + interval '6 seconds'`;
      expect(await world.count(holds)).toBe(1);
      expect(skewed.lines.filter(({ event }) => event === 'lease-lost')).toEqual([]);
    },
  );
});
