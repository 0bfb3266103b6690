import { describe, expect, test } from 'vitest';
import { kindOfCall } from './kind-of-call.ts';
import { createOperatingLedger } from './operating-ledger.ts';

const rule = { operatingSeconds: 480, slowAt: 0.7, parkAt: 0.95 };
const METHOD = 'crm.item.update';

function ledgerAt(start = 1_000_000) {
  const clock = { now: start };
  const ledger = createOperatingLedger(rule, () => clock.now);
  const note = (
    operatingSeconds: number | undefined,
    resetInMs: number | undefined = 30_000,
    durationMs = 500,
  ) => ledger.note(METHOD, { operatingSeconds, resetInMs, durationMs });
  const waitMs = (method = METHOD) => Math.max(0, ledger.readyAt(method) - clock.now);
  return { clock, ledger, note, waitMs };
}

test('a method of which nothing is known, and one that has run little, goes at once', () => {
  const { note, waitMs } = ledgerAt();
  expect(waitMs()).toBe(0);
  note(335);
  expect(waitMs()).toBe(0);
  note(undefined);
  expect(waitMs()).toBe(0);
});

test('between 70 % and 95 % its calls are spread, so that what is left lasts until more is free', () => {
  const { ledger, note, waitMs, clock } = ledgerAt();
  note(336 + 60);
  // 60 s are left for 30 s: no call has to wait for long.
  ledger.begin(new Map([[METHOD, 1]]))();
  expect(waitMs()).toBeCloseTo(250);
  note(456 - 5);
  clock.now += 250;
  ledger.begin(new Map([[METHOD, 1]]))();
  expect(waitMs()).toBeCloseTo(2_975);
});

test('above 95 % it waits until some of its time is free, a second longer, and no other method does', () => {
  const { note, waitMs, clock } = ledgerAt();
  note(457);
  expect(waitMs()).toBe(31_000);
  expect(waitMs('crm.item.get')).toBe(0);
  clock.now += 31_000;
  expect(waitMs()).toBe(0);
});

test('calls that run count before they have ended', () => {
  const { ledger, note, waitMs } = ledgerAt();
  note(450);
  const ended = ledger.begin(new Map([[METHOD, 12]]));
  expect(waitMs()).toBe(Number.POSITIVE_INFINITY);
  ended();
  expect(waitMs()).toBeLessThan(60_001);
});

test('a refusal parks it until the portal said, at least; a minute if it never said; ten minutes at most', () => {
  const known = ledgerAt();
  known.note(400, 45_000);
  expect(known.ledger.refused(METHOD)).toBe(46_000);
  expect(known.waitMs()).toBe(46_000);
  expect(ledgerAt().ledger.refused(METHOD)).toBe(60_000);
  const far = ledgerAt();
  far.note(480, 3_600_000);
  expect(far.ledger.refused(METHOD)).toBe(600_000);
});

test('after the pause it begins slowly, and after ten minutes as if nothing had been', () => {
  const { ledger, waitMs, clock } = ledgerAt();
  ledger.refused(METHOD);
  clock.now += 60_000;
  expect(waitMs()).toBe(0);
  expect(ledger.roomFor(METHOD)).toBeLessThan(20);
  ledger.begin(new Map([[METHOD, 1]]))();
  expect(waitMs()).toBeGreaterThan(1_000);
  clock.now += 700_000;
  expect(waitMs()).toBe(0);
  expect(ledger.roomFor(METHOD)).toBeGreaterThan(140);
});

describe('how long a call takes', () => {
  test('is a guess by its name at first', () => {
    const { ledger } = ledgerAt();
    expect(ledger.estimateMs('crm.item.add')).toBe(3_000);
    expect(ledger.estimateMs('crm.item.list')).toBe(300);
  });

  test('is learnt, upwards quickly', () => {
    const { ledger, note } = ledgerAt();
    note(1, 0, 100);
    expect(ledger.estimateMs(METHOD)).toBe(100);
    note(1, 0, 1_100);
    expect(ledger.estimateMs(METHOD)).toBe(600);
    note(1, 0, 100);
    expect(ledger.estimateMs(METHOD)).toBe(550);
    expect(ledger.estimateMs('CRM.Item.Update')).toBe(550);
  });
});

test('without limits nothing waits, and durations are learnt all the same', () => {
  const ledger = createOperatingLedger(undefined, () => 0);
  ledger.note(METHOD, { operatingSeconds: 1_000, resetInMs: 60_000, durationMs: 7 });
  expect(ledger.readyAt(METHOD)).toBe(0);
  expect(ledger.roomFor(METHOD)).toBe(Number.POSITIVE_INFINITY);
  expect(ledger.estimateMs(METHOD)).toBe(7);
});

test('what one kind of object takes says nothing about another', () => {
  const { ledger } = ledgerAt();
  const time = { operatingSeconds: 1, resetInMs: 1_000, durationMs: 1_100 };
  ledger.note('crm.item.add', time, kindOfCall('crm.item.Add', { entityTypeId: 3 }));
  expect(ledger.estimateMs(kindOfCall('crm.item.add', { entityTypeId: '3' }))).toBe(1_100);
  expect(ledger.estimateMs(kindOfCall('crm.item.add', { entityTypeId: 1 }))).toBe(3_000);
  expect(kindOfCall('crm.contact.add', { fields: {} })).toBe('crm.contact.add');
});
