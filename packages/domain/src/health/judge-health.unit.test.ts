import type { Installation, IntegrationStanding } from '@domovoy/store';
import { describe, expect, test } from 'vitest';
import { HEALTH_CODES, healthWords } from './health-words.ts';
import { judgeDeliveries, judgeInstallation, judgeIntake, worstOf } from './judge-health.ts';

const now = new Date('2026-11-27T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

const well: Installation = {
  now,
  workerCount: 2,
  lastLeaseUntil: null,
  feedHeldSince: ago(1),
  isIndexed: true,
  unindexedSince: ago(1),
  isBackfilling: false,
};
const partition = {
  topic: 'MESSAGES_IN_demo',
  partition: 0,
  position: '5',
  end: '5',
  failures: 0,
  waitingForMs: null,
};
const report = {
  companyId: 1n,
  integrationId: 1n,
  state: 'running' as const,
  stateAt: ago(300),
  errorCode: null,
  partitions: [partition],
  reportedAt: ago(2),
};
// The judges read nothing else of the rows.
const standing = (integration: object, more: object) =>
  ({
    now,
    integration: {
      id: 1n,
      kind: 'rosdomofon',
      state: 'active',
      stateAt: ago(600),
      stateCode: null,
      ...integration,
    },
    report,
    stored: null,
    isResting: false,
    oldestDueAt: ago(1),
    ...more,
  }) as IntegrationStanding;

const partOf = (more: Partial<Installation>, subject: string) =>
  judgeInstallation({ ...well, ...more }).find((part) => part.subject === subject);
const intake = (more: object, integration: object = {}) =>
  judgeIntake(standing(integration, { report: { ...report, ...more } }));
const deliveries = (stored: object, more: object = {}, integration: object = {}) =>
  judgeDeliveries(
    standing(integration, { stored: { pausedAt: null, breaker: 'closed', ...stored }, ...more }),
  );

describe('a part', () => {
  test('that works says nothing', () => {
    const parts = [...judgeInstallation(well), intake({}), deliveries({})];
    expect(parts.map(({ state, code, since }) => [state, code, since])).toEqual(
      parts.map(() => ['ok', null, null]),
    );
    expect(worstOf(parts)).toBe('ok');
  });

  test.each([
    ['late', 'FEED_HELD', partOf({ feedHeldSince: ago(11) }, 'feed')],
    ['broken', 'NO_CONSUMER', partOf({ workerCount: 0, lastLeaseUntil: ago(40) }, 'consumers')],
    ['late', 'SEARCH_NOT_BEGUN', partOf({ isIndexed: false }, 'search')],
    ['late', 'SEARCH_BEHIND', partOf({ unindexedSince: ago(61) }, 'search')],
    ['late', 'SEARCH_FILLING', partOf({ isBackfilling: true }, 'search')],
    ['paused', 'INTEGRATION_PAUSED', intake({}, { state: 'paused' })],
    ['broken', 'INTEGRATION_BROKEN', intake({}, { state: 'broken', stateCode: 'ACCESS_DENIED' })],
    ['broken', 'INTAKE_SILENT', intake({ reportedAt: ago(31) })],
    ['late', 'INTAKE_STARTING', intake({ state: 'starting' })],
    ['late', 'TOPICS_MISSING', intake({ state: 'waiting' })],
    ['broken', 'INTAKE_FAILING', intake({ errorCode: 'KAFKA_UNREACHABLE' })],
    ['broken', 'STORING_FAILED', intake({ partitions: [{ ...partition, failures: 1 }] })],
    ['late', 'INTAKE_BEHIND', intake({ partitions: [{ ...partition, waitingForMs: 61_000 }] })],
    ['paused', 'SENDS_NOTHING', deliveries({}, {}, { state: 'shadow' })],
    ['paused', 'TARGET_PAUSED', deliveries({ pausedAt: ago(5) })],
    ['broken', 'TARGET_FAILING', deliveries({ breaker: 'open', breakerCode: 'SERVER_ERROR' })],
    ['late', 'TARGET_RESTING', deliveries({}, { stored: null, isResting: true })],
    ['late', 'DELIVERIES_LATE', deliveries({}, { oldestDueAt: ago(61) })],
  ] as const)('is %s: %s', (state, code, part) => {
    expect(part).toMatchObject({ state, code });
  });

  test('that was resumed a moment ago is not silent yet', () => {
    expect(intake({ reportedAt: ago(600) }, { stateAt: ago(5) })).toMatchObject({ state: 'ok' });
  });
});

test('the whole is as its worst part', () => {
  expect(worstOf([{ state: 'late' }, { state: 'ok' }, { state: 'paused' }])).toBe('late');
  expect(worstOf([])).toBe('ok');
});

test.each(HEALTH_CODES)('%s has words in both languages, and advice in both or in neither', (code) => {
  const [english, russian] = [healthWords(code, 'en'), healthWords(code, 'ru')];
  expect(english.message).toMatch(/^[A-Z][\x20-\x7e’]+\.$/);
  expect(russian.message).toMatch(/^[А-Я].*\.$/);
  expect(russian.advice === null).toBe(english.advice === null);
  if (english.advice !== null) expect(english.advice).toMatch(/^[A-Za-z][\x20-\x7e’]+\.$/);
  if (russian.advice !== null) expect(russian.advice).toMatch(/^[А-Я].*\.$/);
});

test('no two codes say the same, and what is well says so', () => {
  for (const language of ['en', 'ru'] as const) {
    const messages = HEALTH_CODES.map((code) => healthWords(code, language).message);
    expect(new Set(messages).size).toBe(HEALTH_CODES.length);
    const fine = healthWords(null, language);
    expect(fine.advice).toBeNull();
    expect(messages).not.toContain(fine.message);
  }
});
