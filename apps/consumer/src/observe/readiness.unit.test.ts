import { DomovoyError } from '@domovoy/models';
import { describe, expect, test } from 'vitest';
import type { IntakeStatus } from '../intake/intake.ts';
import { readiness } from './readiness.ts';

const now = Date.UTC(2026, 10, 21);
const well: IntakeStatus = {
  integrationId: 1n,
  state: 'running',
  lag: 0n,
  partitions: [],
  missingTopics: [],
  lastProgressAt: now,
  error: null,
};
const broken: IntakeStatus = {
  ...well,
  state: 'broken',
  error: new DomovoyError('enter the password', { code: 'KAFKA_AUTHENTICATION_FAILED' }),
};
const partition = { topic: 't', partition: 0, position: 1n, lag: 5n, failures: 2 };

const isReady = (statuses: readonly IntakeStatus[], view = { isLeased: true, hasLooked: true }) =>
  readiness({ ...view, intakes: statuses.map((status) => ({ status: () => status })) }, { nowMs: now }).ok;

describe('readiness', () => {
  test.each<[string, readonly IntakeStatus[]]>([
    ['every intake gets on', [well, well]],
    ['it has nothing to look after: another process has it all', []],
    ['topics are still missing', [{ ...well, state: 'waiting', missingTopics: ['SIGN_UPS_ALL'] }]],
    ['records wait but some were handled just now', [{ ...well, lag: 9_000n }]],
    ['one of two integrations is broken', [well, broken]],
  ])('says yes when %s', (_name, statuses) => {
    expect(isReady(statuses)).toBe(true);
  });

  test.each<[string, readonly IntakeStatus[]]>([
    ['an intake is starting', [{ ...well, state: 'starting' }]],
    ['records wait and none was handled for long', [{ ...well, lag: 1n, lastProgressAt: now - 31_000 }]],
    ['the handler rejects a chunk', [{ ...well, partitions: [partition] }]],
    ['no broker can be reached', [{ ...well, state: 'waiting', error: broken.error }]],
    ['the only integration is broken', [broken]],
  ])('says no when %s', (_name, statuses) => {
    expect(isReady(statuses)).toBe(false);
  });

  test('says no without a lease and before the first look', () => {
    expect(isReady([well], { isLeased: false, hasLooked: true })).toBe(false);
    expect(isReady([], { isLeased: true, hasLooked: false })).toBe(false);
  });

  test('says no when nobody has looked at the deliveries for long; a target that is paused or fails is no reason', () => {
    const worker = { isLeased: true, hasLooked: true, intakes: [{ status: () => well }] };
    const targets = [{ integration: { id: 1n }, state: 'breaker_open' }];
    const report = (blindMs: number) => readiness(worker, { deliveries: { blindMs, targets }, nowMs: now });
    expect(report(1_000)).toMatchObject({
      ok: true,
      details: { integrations: [{ deliveries: 'breaker_open' }] },
    });
    expect(report(16_000)).toMatchObject({
      ok: false,
      details: { problems: [expect.stringContaining('16 s')] },
    });
  });

  test('names each integration with its state, its lag and what is wrong', () => {
    const report = readiness(
      { isLeased: true, hasLooked: true, intakes: [{ status: () => broken }] },
      { nowMs: now },
    );
    expect(report.details).toEqual({
      integrations: [
        {
          id: '1',
          state: 'broken',
          lag: 0,
          errorCode: 'KAFKA_AUTHENTICATION_FAILED',
          reason: 'enter the password',
        },
      ],
    });
  });
});
