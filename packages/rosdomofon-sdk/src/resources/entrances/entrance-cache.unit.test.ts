import { expect, test } from 'vitest';
import { createEntranceCache, type FoundEntrance } from './entrance-cache.ts';

const found = (id: number): FoundEntrance[] => [
  { entrance: { id, addressString: '', services: [] }, address: {}, flatRanges: null },
];

test('holds no more than it may: what was not asked for the longest goes first', async () => {
  const cache = createEntranceCache({ maxAddresses: 2 });
  await cache.set('a', found(1));
  await cache.set('b', found(2));
  await cache.get('a');
  await cache.set('c', found(3));
  expect(await cache.get('a')).toEqual(found(1));
  expect(await cache.get('b')).toBeUndefined();
  expect(await cache.get('c')).toEqual(found(3));
});

test('forgets after its time, counted from the finding and not from the last look', async () => {
  let time = 0;
  const cache = createEntranceCache({ ttlMs: 10, now: () => time });
  await cache.set('a', found(1));
  time = 9;
  expect(await cache.get('a')).toEqual(found(1));
  time = 10;
  expect(await cache.get('a')).toBeUndefined();
  await cache.set('a', found(2));
  time = 19;
  expect(await cache.get('a')).toEqual(found(2));
});
