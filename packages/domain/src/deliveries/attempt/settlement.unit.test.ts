import type { Settlement } from '@domovoy/store';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DELIVERY_TRANSITIONS } from './delivery-transitions.ts';
import { ambiguous, dead, delivered, notYet, type Outcome, retry, skipped } from './outcome.ts';
import { releaseOf, settlementOf } from './settlement.ts';
import { type Verdict, verdictOfOutcome } from './verdict.ts';

const settle = (verdict: Verdict, attempts = 0, maxAttempts = 5) =>
  settlementOf({
    delivery: { id: 1n, fence: 3n, attempts, maxAttempts },
    verdict,
    durationMs: 7,
    summary: { request: null, response: null },
    backoff: { baseMs: 1_000, capMs: 60_000 },
    random: () => 0.5,
  });

describe('an attempt settles', () => {
  test.each<[string, Outcome, Partial<Settlement>]>([
    [
      'delivered',
      delivered({ a: 1 }),
      { state: 'delivered', outcome: 'delivered', result: { a: 1 }, errorCode: null },
    ],
    ['skipped', skipped('GONE'), { state: 'skipped', outcome: 'skipped', errorCode: 'GONE' }],
    ['dead', dead('E'), { state: 'dead', outcome: 'dead', errorCode: 'E' }],
    ['a retry', retry('E'), { state: 'pending', outcome: 'retry', errorCode: 'E', delayMs: 500 }],
    ['a retry at a time of its own', retry('E', 42), { state: 'pending', outcome: 'retry', delayMs: 42 }],
    ['ambiguous', ambiguous('E'), { state: 'pending', outcome: 'ambiguous', errorCode: 'E', delayMs: 500 }],
  ])('as %s', (_name, outcome, expected) => {
    expect(settle(verdictOfOutcome(outcome))).toMatchObject({
      id: 1n,
      fence: 3n,
      isCounted: true,
      ...expected,
    });
  });

  test('as untried when its turn has not come, however often: nothing dies of a limit', () => {
    expect(settle(verdictOfOutcome(notYet('LIMIT', 42)), 4)).toMatchObject({
      state: 'pending',
      outcome: 'retry',
      isCounted: false,
      delayMs: 42,
    });
  });

  test('with the last one that counts: dead, and the attempt still says that nobody knows', () => {
    expect(settle(verdictOfOutcome(retry('E')), 4)).toMatchObject({ state: 'dead', outcome: 'dead' });
    expect(settle(verdictOfOutcome(ambiguous('E')), 4)).toMatchObject({
      state: 'dead',
      outcome: 'ambiguous',
    });
    expect(settle(verdictOfOutcome(retry('E')), 3)).toMatchObject({ state: 'pending' });
  });

  test('a quota without cost to the delivery, at its old place, however often', () => {
    const verdict: Verdict = { outcome: retry('RATE_LIMITED'), isTargetFailing: false, restMs: 5_000 };
    expect(settle(verdict, 4)).toMatchObject({
      state: 'pending',
      outcome: 'retry',
      isCounted: false,
      delayMs: null,
    });
    const unknown: Verdict = { ...verdict, outcome: ambiguous('RATE_LIMITED') };
    expect(settle(unknown, 4)).toMatchObject({ state: 'dead', outcome: 'ambiguous', isCounted: true });
  });

  test('by the transition table alone, and never beyond its attempts', () => {
    const outcome = fc.constantFrom(
      delivered(),
      retry('E'),
      retry('E', 5),
      ambiguous('E'),
      dead('E'),
      skipped('E'),
    );
    fc.assert(
      fc.property(outcome, fc.nat(20), fc.integer({ min: 1, max: 20 }), (given, attempts, maxAttempts) => {
        const { state } = settle(verdictOfOutcome(given), attempts, maxAttempts);
        expect(DELIVERY_TRANSITIONS.leased).toContain(state);
        if (state === 'pending') expect(attempts + 1).toBeLessThan(maxAttempts);
      }),
    );
  });
});

test('what was not tried goes back without a count and without a pause', () => {
  expect(releaseOf({ id: 1n, fence: 3n })).toMatchObject({
    state: 'pending',
    outcome: 'released',
    isCounted: false,
    delayMs: null,
  });
});
