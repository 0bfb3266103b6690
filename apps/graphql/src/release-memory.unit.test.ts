import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { releaseMemory, releaseMemoryWhenQuiet } from './release-memory.ts';

const MB = 1024 * 1024;
const watching = new AsyncDisposableStack();
afterEach(() => watching.disposeAsync());

/** 200 MB of small objects, of which nothing is kept. */
function rush(): void {
  const held: object[] = [];
  for (let n = 0; n < 2_000_000; n++) held.push({ n, text: `${n}` });
}

function watch(): EventTarget {
  const target = new EventTarget();
  watching.use(
    releaseMemoryWhenQuiet({
      everyMs: 50,
      onReleased: (detail) => target.dispatchEvent(new CustomEvent('released', { detail })),
    }),
  );
  return target;
}

test('what a rush leaves is given back when there is nothing to do, and not before', async () => {
  releaseMemory();
  const target = watch();
  let isReleased = false;
  target.addEventListener('released', () => {
    isReleased = true;
  });
  const released = once(target, 'released') as Promise<[CustomEvent<{ before: number; after: number }>]>;

  rush();
  for (const busyUntil = performance.now() + 500; performance.now() < busyUntil; ) {
    for (const until = performance.now() + 20; performance.now() < until; );
    await turn();
  }
  expect(isReleased).toBe(false);

  const [{ detail }] = await released;
  expect(detail.before - detail.after).toBeGreaterThan(32 * MB);
});
