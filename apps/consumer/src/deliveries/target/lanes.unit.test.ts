import { describe, expect, test } from 'vitest';
import { Lanes, type LeasedDelivery, type Progress } from './lanes.ts';

let ids = 0n;
const delivery = (subject: string): LeasedDelivery => ({
  id: ++ids,
  companyId: 1n,
  fence: 1n,
  kind: 'test',
  subject,
  payload: {},
  attempts: 0,
  maxAttempts: 5,
  ambiguousAttempts: 0,
  traceparent: null,
  waitedMs: 0,
  claimedAt: 0,
  heldUntil: Infinity,
});

/** Lanes whose deliveries end when the test says so. */
function createLanes(concurrency: number) {
  const running = new Map<LeasedDelivery, { progress: Progress; end: (mayGoOn: boolean) => void }>();
  const heldUp: LeasedDelivery[] = [];
  const lanes = new Lanes({
    concurrency,
    run: (row, progress) => new Promise((resolve) => running.set(row, { progress, end: resolve })),
    onHeldUp: (rows) => heldUp.push(...rows),
    onRoom: () => {},
  });
  const end = async (row: LeasedDelivery, mayGoOn = true) => {
    const of = running.get(row);
    running.delete(row);
    of?.progress.attempted();
    of?.end(mayGoOn);
    await Promise.resolve();
    of?.progress.settled();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    lanes,
    end,
    heldUp,
    running: () => [...running.keys()],
    progressOf: (row: LeasedDelivery) => running.get(row)?.progress,
  };
}

describe('lanes', () => {
  test('run one delivery of a subject at a time, subjects side by side, no more than allowed', async () => {
    const { lanes, running, end } = createLanes(2);
    const [a1, a2, b1, c1] = [delivery('a'), delivery('a'), delivery('b'), delivery('c')];
    lanes.add([a1, a2, b1, c1]);
    expect(running()).toEqual([a1, b1]);
    await end(a1);
    // The next subject first: everybody gets a turn.
    expect(running()).toEqual([b1, c1]);
    await end(b1);
    expect(running()).toEqual([c1, a2]);
    expect(lanes).toMatchObject({ held: 2, open: 2, attempting: 2 });
  });

  test('hand back what is behind one that has to be tried again', async () => {
    const { lanes, running, end, heldUp } = createLanes(5);
    const [a1, a2, a3, b1] = [delivery('a'), delivery('a'), delivery('a'), delivery('b')];
    lanes.add([a1, a2, a3, b1]);
    await end(a1, false);
    expect(heldUp).toEqual([a2, a3]);
    expect(running()).toEqual([b1]);
    lanes.forget(2);
    expect(lanes).toMatchObject({ held: 1, open: 1 });
  });

  test('begin another attempt while the one before is still being settled', () => {
    const { lanes, running, progressOf } = createLanes(1);
    const [a1, b1] = [delivery('a'), delivery('b')];
    lanes.add([a1, b1]);
    progressOf(a1)?.attempted();
    expect(running()).toEqual([a1, b1]);
    expect(lanes).toMatchObject({ held: 2, open: 1, attempting: 1 });
  });

  test('give up what has not begun, and are idle when the rest has ended', async () => {
    const { lanes, running, end } = createLanes(1);
    const [a1, a2, b1] = [delivery('a'), delivery('a'), delivery('b')];
    lanes.add([a1, a2, b1]);
    expect(lanes.takeWaiting()).toEqual([a2, b1]);
    lanes.forget(2);
    let isIdle = false;
    const idle = lanes.idle().then(() => (isIdle = true));
    await Promise.resolve();
    expect(isIdle).toBe(false);
    await end(a1);
    await idle;
    expect(running()).toEqual([]);
    expect(lanes).toMatchObject({ held: 0, open: 0, attempting: 0 });
    // And they go on with what comes later.
    lanes.add([a2]);
    expect(running()).toEqual([a2]);
  });
});
