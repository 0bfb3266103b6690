import { expect, test } from 'vitest';
import type { Lane } from '../call/command.ts';
import { type BucketStore, createMemoryBucketStore } from './bucket-store.ts';
import { createGate, type GateContext, type Job } from './gate.ts';
import { createOperatingLedger } from './operating-ledger.ts';

interface NamedJob extends Job {
  readonly name: string;
}

/** A gate whose requests end when the test says so. */
function gateOf(more: Partial<GateContext> = {}) {
  const sent: string[] = [];
  const failed: unknown[] = [];
  const running: (() => void)[] = [];
  const now = () => performance.now();
  const ledger = createOperatingLedger({ operatingSeconds: 480, slowAt: 0.7, parkAt: 0.95 }, now);
  const gate = createGate<NamedJob>(
    {
      rule: { capacity: 1_000, perSecond: 1_000 },
      maxConcurrent: 1,
      longestBatchMs: 40_000,
      store: createMemoryBucketStore(),
      ledger,
      portal: async () => 'portal.example',
      now,
      random: () => 0,
      ...more,
    },
    (jobs) => {
      sent.push(jobs.map(({ name }) => name).join('+'));
      return new Promise((resolve) => running.push(resolve));
    },
  );
  let order = 0;
  const job = (
    name: string,
    {
      lane = 'normal',
      method = 'profile',
      gatherable = false,
    }: Partial<{
      lane: Lane;
      method: string;
      gatherable: boolean;
    }> = {},
  ): NamedJob => {
    order += 1;
    return {
      name,
      lane,
      order,
      methods: new Map([[method, 1]]),
      gatherable,
      timeLeftMs: () => 10_000,
      fail: (error) => failed.push(error),
      giveUp: ({ limit, ms }) => failed.push({ name, limit, ms }),
    };
  };
  const endOne = () => running.shift()?.();
  return { gate, ledger, sent, failed, job, endOne };
}

test('no more go at a time than may, and those who wait go together if they want to', async () => {
  const { gate, sent, job, endOne } = gateOf();
  for (const name of ['a', 'b', 'c']) gate.enter(job(name, { gatherable: true }));
  gate.enter(job('alone'));
  await expect.poll(() => sent).toEqual(['a']);
  endOne();
  await expect.poll(() => sent).toEqual(['a', 'b+c']);
  endOne();
  await expect.poll(() => sent).toEqual(['a', 'b+c', 'alone']);
});

test('a repeat goes to its old place, and who has left is not sent', async () => {
  const { gate, sent, job, endOne } = gateOf();
  const [first, second, third, fourth] = ['1', '2', '3', '4'].map((name) => job(name));
  if (!first || !second || !third || !fourth) throw new TypeError('four jobs');
  for (const one of [first, third, fourth]) gate.enter(one);
  await expect.poll(() => sent).toEqual(['1']);
  gate.enter(second);
  gate.leave(third);
  endOne();
  await expect.poll(() => sent).toEqual(['1', '2']);
  endOne();
  await expect.poll(() => sent).toEqual(['1', '2', '4']);
});

test('a method that is parked lets others pass', async () => {
  const { gate, ledger, sent, job, endOne } = gateOf();
  ledger.refused('crm.item.update');
  gate.enter(job('parked', { method: 'crm.item.update' }));
  gate.enter(job('free'));
  await expect.poll(() => sent).toEqual(['free']);
  endOne();
  gate.enter(job('later'));
  await expect.poll(() => sent).toEqual(['free', 'later']);
});

test('who would wait in vain is told so, on coming in and when a method is parked meanwhile', async () => {
  const { gate, ledger, sent, failed, job, endOne } = gateOf();
  gate.enter(job('goes', { method: 'crm.item.update' }));
  gate.enter(job('waits', { method: 'crm.item.update' }));
  gate.enter(job('other'));
  await expect.poll(() => sent).toEqual(['goes']);
  ledger.refused('crm.item.update');
  endOne();
  await expect.poll(() => sent).toEqual(['goes', 'other']);
  gate.enter(job('comes', { method: 'crm.item.update' }));
  const inVain = { limit: 'operating', ms: expect.toSatisfy((ms: number) => ms > 50_000) };
  expect(failed).toEqual([
    { name: 'waits', ...inVain },
    { name: 'comes', ...inVain },
  ]);
});

test('what is booked for nobody is given back', async () => {
  const rule = { capacity: 1, perSecond: 0.01 };
  const store = createMemoryBucketStore();
  const { gate, sent, job } = gateOf({ store, rule, maxConcurrent: 5 });
  const goes = job('goes');
  const waiting = job('waits');
  gate.enter(goes);
  gate.enter(waiting);
  await expect.poll(() => sent).toEqual(['goes']);
  await new Promise(setImmediate);
  gate.leave(waiting);
  await new Promise(setImmediate);
  // One was sent, so the next waits for 100 s; with the booked one it would be 200.
  const waitMs = await store.reserve('portal.example', rule);
  expect(waitMs).toBeGreaterThan(90_000);
  expect(waitMs).toBeLessThanOrEqual(100_000);
});

test('a store that is out of order is told to whoever waits, and nobody is stuck', async () => {
  const working = createMemoryBucketStore();
  let isBroken = true;
  const store: BucketStore = {
    ...working,
    reserve: (portal, rule) => (isBroken ? Promise.reject(new Error('down')) : working.reserve(portal, rule)),
  };
  const { gate, sent, failed, job } = gateOf({ store });
  gate.enter(job('a'));
  await expect
    .poll(() => failed)
    .toMatchObject([{ code: 'BITRIX24_CONNECTION', cause: { message: 'down' }, unknownOutcome: false }]);
  isBroken = false;
  gate.enter(job('b'));
  await expect.poll(() => sent).toEqual(['b']);
});

test('pauses grow with each refusal, but not with those that left before the last one', async () => {
  const { gate } = gateOf({ rule: { capacity: 50, perSecond: 2 } });
  const before = performance.now();
  expect(await gate.refused(before)).toBe(1_500);
  expect(await gate.refused(before)).toBe(1_500);
  expect(await gate.refused(performance.now() + 1)).toBe(2_250);
  gate.accepted(performance.now() + 2);
  expect(await gate.refused(performance.now() + 3)).toBe(1_500);
  expect(await gate.refused(before, 90_000)).toBe(90_000);
});
