import { describe, expect, test } from 'vitest';
import type { Exit, Running } from './running.ts';
import { supervise } from './supervise.ts';

/** A part in memory: it lives until it is told, or until the test ends it. */
function createFake(options: { ignoresStop?: boolean } = {}) {
  const lives: { end: (exit: Exit) => void; wasKilled: boolean }[] = [];
  const start = async (): Promise<Running> => {
    const { promise, resolve } = Promise.withResolvers<Exit>();
    const life = { end: resolve, wasKilled: false };
    lives.push(life);
    return {
      pid: lives.length,
      exited: promise,
      stop: () => {
        if (!options.ignoresStop) resolve({ code: 0, signal: null });
      },
      kill: () => {
        life.wasKilled = true;
        resolve({ code: null, signal: 'SIGKILL' });
      },
      lastWords: () => [`life ${lives.length}`],
    };
  };
  return { lives, start };
}

describe('a supervised part', () => {
  test('starts again after a death that nobody asked for', async () => {
    const fake = createFake();
    const restarts: number[] = [];
    const part = supervise({
      name: 'it',
      start: fake.start,
      firstDelayMs: 1,
      onRestart: (_, ms) => restarts.push(ms),
    });
    await expect.poll(() => fake.lives.length).toBe(1);
    fake.lives[0]?.end({ code: null, signal: 'SIGKILL' });
    await expect.poll(() => fake.lives.length).toBe(2);
    expect(restarts).toEqual([1]);
    await part.stop(1_000);
  });

  test('is given up after quick deaths in a row, with its last words', async () => {
    const fake = createFake();
    const part = supervise({
      name: 'it',
      firstDelayMs: 1,
      quickDeaths: () => 3,
      start: async () => {
        const life = await fake.start();
        fake.lives.at(-1)?.end({ code: 1, signal: null });
        return life;
      },
    });
    const error = await part.failed;
    expect(error.message).toBe('it ended with exit code 1, 3 times in a row. Its last words:');
    expect(error.details).toEqual(['  life 3']);
    expect(fake.lives).toHaveLength(3);
  });

  test('deaths after a long life are not counted together', async () => {
    const fake = createFake();
    const part = supervise({
      name: 'it',
      firstDelayMs: 1,
      quickDeaths: () => 2,
      quickMs: 0,
      start: fake.start,
    });
    for (let life = 0; life < 5; life++) {
      await expect.poll(() => fake.lives.length).toBe(life + 1);
      fake.lives[life]?.end({ code: 1, signal: null });
    }
    await expect.poll(() => fake.lives.length).toBe(6);
    await part.stop(1_000);
  });

  test('a stop is asked for first, and is forced at its deadline', async () => {
    const polite = createFake();
    const part = supervise({ name: 'it', start: polite.start });
    await expect.poll(() => part.running()).not.toBeNull();
    await part.stop(1_000);
    expect(polite.lives[0]?.wasKilled).toBe(false);

    const stubborn = createFake({ ignoresStop: true });
    const other = supervise({ name: 'it', start: stubborn.start });
    await expect.poll(() => other.running()).not.toBeNull();
    await other.stop(10);
    expect(stubborn.lives[0]?.wasKilled).toBe(true);
    expect(stubborn.lives).toHaveLength(1);
  });

  test('a stop between two lives starts nothing any more', async () => {
    const fake = createFake();
    const part = supervise({ name: 'it', start: fake.start, firstDelayMs: 60_000 });
    await expect.poll(() => fake.lives.length).toBe(1);
    fake.lives[0]?.end({ code: 1, signal: null });
    await expect.poll(() => part.running()).toBeNull();
    await part.stop(1_000);
    expect(fake.lives).toHaveLength(1);
  });
});
