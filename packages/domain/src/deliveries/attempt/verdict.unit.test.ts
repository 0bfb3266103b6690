import { DomovoyError } from '@domovoy/models';
import { StoreUnavailableError } from '@domovoy/store';
import { describe, expect, test } from 'vitest';
import { ambiguous, dead, delivered, type Outcome, retry, skipped } from './outcome.ts';
import { verdictOfError, verdictOfOutcome } from './verdict.ts';

const error = (more: object) => new DomovoyError('of a test', { code: 'E', ...more });

describe('an error that a handler throws', () => {
  test.each<[string, unknown, Outcome, boolean, number | null]>([
    ['a refusal', error({}), dead('E'), false, null],
    ['one that may pass', error({ retryable: true }), retry('E'), true, null],
    ['an unknown outcome', error({ retryable: true, unknownOutcome: true }), ambiguous('E'), true, null],
    ['an unknown outcome of no retryable error', error({ unknownOutcome: true }), ambiguous('E'), true, null],
    ['a full quota', error({ retryable: true, retryAfterMs: 5_000 }), retry('E'), false, 5_000],
    [
      'a quota, and an unknown outcome',
      error({ retryable: true, retryAfterMs: 5_000, unknownOutcome: true }),
      ambiguous('E'),
      false,
      5_000,
    ],
    ['a quota for days', error({ retryable: true, retryAfterMs: 1e9 }), retry('E'), false, 3_600_000],
    ['a refusal with a pause', error({ retryAfterMs: 5_000 }), dead('E'), false, null],
    [
      'an outage of our own database',
      new StoreUnavailableError('away', { code: 'STORE_UNAVAILABLE', retryable: true, unknownOutcome: true }),
      retry('STORE_UNAVAILABLE'),
      false,
      null,
    ],
    ['a bug', new TypeError('x is not a function'), ambiguous('HANDLER_FAILED'), false, null],
    ['something that is no error', 'oops', ambiguous('HANDLER_FAILED'), false, null],
  ])('%s', (_name, thrown, outcome, isTargetFailing, restMs) => {
    expect(verdictOfError(thrown)).toEqual({ outcome, isTargetFailing, restMs });
  });
});

describe('an outcome', () => {
  test.each<[Outcome, boolean]>([
    [delivered(), false],
    [dead('E'), false],
    [skipped('E'), false],
    [retry('E'), true],
    [ambiguous('E'), true],
    [retry('E', 1_000), false],
    [ambiguous('E', 1_000), false],
  ])('%o tells of a failing target: %s', (outcome, isTargetFailing) => {
    expect(verdictOfOutcome(outcome)).toEqual({ outcome, isTargetFailing, restMs: null });
  });
});
