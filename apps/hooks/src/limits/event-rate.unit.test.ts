import { expect, test } from 'vitest';
import { EventRate } from './event-rate.ts';

test('takes a burst, then as many a second as it was told; another integration has a bucket of its own', () => {
  let now = 0;
  const rate = new EventRate(10, { burst: 20, now: () => now });
  const taken = (integrationId: bigint) => Array.from({ length: 50 }, () => rate.take(integrationId));
  expect(taken(1n).filter(Boolean)).toHaveLength(20);
  now += 1_000;
  expect(taken(1n).filter(Boolean)).toHaveLength(10);
  expect(taken(2n).filter(Boolean)).toHaveLength(20);
});
