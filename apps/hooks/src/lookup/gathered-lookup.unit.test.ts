import { expect, test } from 'vitest';
import { GatheredLookup } from './gathered-lookup.ts';

/** Each look waits until the test lets it go. */
function watched() {
  const looks: { keys: readonly string[]; answer: PromiseWithResolvers<void> }[] = [];
  const lookup = new GatheredLookup<string, string>(async (keys) => {
    const answer = Promise.withResolvers<void>();
    looks.push({ keys, answer });
    await answer.promise;
    return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, `found ${key}`]));
  });
  return { looks, lookup };
}

test('what is asked for during a look is found by the next one, each key once', async () => {
  const { looks, lookup } = watched();
  const first = lookup.find('a');
  const others = ['a', 'b', 'nobody', 'b'].map((key) => lookup.find(key));
  expect(looks.map(({ keys }) => keys)).toEqual([['a']]);
  looks[0]?.answer.resolve();
  expect(await first).toBe('found a');
  await expect.poll(() => looks).toHaveLength(2);
  // `a` again: it was asked for after the first look began, and may have changed since.
  expect(looks[1]?.keys).toEqual(['a', 'b', 'nobody']);
  looks[1]?.answer.resolve();
  expect(await Promise.all(others)).toEqual(['found a', 'found b', null, 'found b']);
});

test('a look that fails tells all who waited for it, and the next one is made', async () => {
  const { looks, lookup } = watched();
  const first = lookup.find('a');
  const next = lookup.find('b');
  looks[0]?.answer.reject(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await expect.poll(() => looks).toHaveLength(2);
  looks[1]?.answer.resolve();
  expect(await next).toBe('found b');
});

test('a thousand at once are a few statements', async () => {
  const sizes: number[] = [];
  const lookup = new GatheredLookup<number, number>((keys) => {
    sizes.push(keys.length);
    return Promise.resolve(new Map(keys.map((key) => [key, key])));
  });
  const found = await Promise.all(Array.from({ length: 1_001 }, (_, n) => lookup.find(n)));
  expect(found).toEqual(Array.from({ length: 1_001 }, (_, n) => n));
  expect(sizes).toEqual([1, 500, 500]);
});
