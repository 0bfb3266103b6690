import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BucketRule, createMemoryBucketStore } from './bucket-store.ts';

const rule: BucketRule = { capacity: 45, perSecond: 1.9 };

/** How full the portal's bucket gets when requests arrive at those times. */
function highestLevel(times: readonly number[], { perSecond }: BucketRule): number {
  let level = 0;
  let at = times[0] ?? 0;
  let highest = 0;
  for (const time of times.toSorted((a, b) => a - b)) {
    level = Math.max(0, level - ((time - at) / 1000) * perSecond) + 1;
    at = time;
    highest = Math.max(highest, level);
  }
  return highest;
}

test('whenever requests are asked for, the bucket never holds more than it may', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        capacity: fc.integer({ min: 1, max: 60 }),
        perSecond: fc.double({ min: 0.1, max: 50, noNaN: true }),
      }),
      fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 200 }),
      async (anyRule, gaps) => {
        let now = 0;
        const store = createMemoryBucketStore(() => now);
        const sent: number[] = [];
        for (const gap of gaps) {
          now += gap;
          sent.push(now + (await store.reserve('portal', anyRule)));
        }
        expect(highestLevel(sent, anyRule)).toBeLessThanOrEqual(anyRule.capacity + 1e-6);
        // In the order of asking.
        expect(sent).toEqual(sent.toSorted((a, b) => a - b));
      },
    ),
  );
});

test('under a backlog everything that leaks out is used', async () => {
  const store = createMemoryBucketStore(() => 0);
  const waits: number[] = [];
  for (let times = 0; times < 235; times++) waits.push(await store.reserve('portal', rule));
  expect(waits.filter((ms) => ms === 0)).toHaveLength(45);
  expect(waits.at(-1)).toBeCloseTo((190 / 1.9) * 1000);
});

test('each portal has its own, and what was booked in vain is given back', async () => {
  const store = createMemoryBucketStore(() => 0);
  const small = { capacity: 1, perSecond: 1 };
  expect(await store.reserve('one', small)).toBe(0);
  expect(await store.reserve('other', small)).toBe(0);
  expect(await store.reserve('one', small)).toBe(1000);
  await store.cancel('one', small);
  expect(await store.reserve('one', small)).toBe(1000);
});

test('after a refusal there is a pause, and no burst behind it', async () => {
  let now = 0;
  const store = createMemoryBucketStore(() => now);
  await store.fill('portal', rule, 1_526);
  expect(await store.reserve('portal', rule)).toBeCloseTo(1_526);
  now = 1_526;
  expect(await store.reserve('portal', rule)).toBeCloseTo(1000 / 1.9);
});
