import { describe, expect, test } from 'vitest';
import { createTokens, type Token, tokenFor } from './tokens.ts';

/** A source that issues t1, t2, … when it is let go. */
function setUp(lifetimeMs = 3_600_000) {
  let time = 1_000_000;
  const asked: { resolve(): void; reject(error: Error): void }[] = [];
  const tokens = createTokens({
    now: () => time,
    obtain: () => {
      const number = asked.length + 1;
      return new Promise<Token>((resolve, reject) => {
        asked.push({ resolve: () => resolve(tokenFor(`t${number}`, lifetimeMs, time)), reject });
      });
    },
  });
  return { tokens, asked, pass: (ms: number) => (time += ms) };
}

/** Lets everything that is ready run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('many calls at once make one sign-in', async () => {
  const { tokens, asked } = setUp();
  const calls = Array.from({ length: 20 }, () => tokens.current());
  await settle();
  expect(asked).toHaveLength(1);
  asked[0]?.resolve();
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['t1']));
});

test('a sign-in that fails fails all who wait for it, and the next call tries again', async () => {
  const { tokens, asked } = setUp();
  const calls = [tokens.current(), tokens.current()];
  await settle();
  asked[0]?.reject(new Error('down'));
  expect(await Promise.allSettled(calls)).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  const again = tokens.current();
  await settle();
  asked[1]?.resolve();
  expect(await again).toBe('t2');
});

describe('a token', () => {
  const signedIn = async (lifetimeMs?: number) => {
    const source = setUp(lifetimeMs);
    const first = source.tokens.current();
    await settle();
    source.asked[0]?.resolve();
    await first;
    return source;
  };

  test.each([
    ['60 s before it expires', 3_600_000, 3_540_000],
    ['at half of a short life', 20_000, 10_000],
  ])('is renewed %s, once, and nobody waits for it', async (_, lifetimeMs, refreshAt) => {
    const { tokens, asked, pass } = await signedIn(lifetimeMs);
    pass(refreshAt - 1);
    expect(await tokens.current()).toBe('t1');
    await settle();
    expect(asked).toHaveLength(1);
    pass(1);
    expect(await Promise.all([tokens.current(), tokens.current()])).toEqual(['t1', 't1']);
    await settle();
    expect(asked).toHaveLength(2);
    asked[1]?.resolve();
    await settle();
    expect(await tokens.current()).toBe('t2');
  });

  test('that could not be renewed is used until it expires, and not any longer', async () => {
    const { tokens, asked, pass } = await signedIn();
    pass(3_550_000);
    expect(await tokens.current()).toBe('t1');
    await settle();
    asked[1]?.reject(new Error('down'));
    await settle();
    pass(50_000);
    const expired = tokens.current();
    await settle();
    asked[2]?.resolve();
    expect(await expired).toBe('t3');
  });

  test('that was refused is replaced once, also when many were refused with it', async () => {
    const { tokens, asked } = await signedIn();
    const replaced = [tokens.replace('t1'), tokens.replace('t1')];
    await settle();
    expect(asked).toHaveLength(2);
    asked[1]?.resolve();
    expect(await Promise.all(replaced)).toEqual(['t2', 't2']);
    // A call that comes late with the old one gets the new one, and no third is made.
    expect(await tokens.replace('t1')).toBe('t2');
    expect(asked).toHaveLength(2);
  });
});
