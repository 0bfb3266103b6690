import type { DoubtReason, EntranceMatch, MatchEvidence } from '@domovoy/models';
import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY, type SignUpPolicy, SignUpRules } from '../policy/sign-up-policy.ts';
import { flatNumber, judgeMatch } from './judge-match.ts';
import type { Place } from './suggestion.ts';

const evidence: MatchEvidence = { city: 'exact', street: 'exact', house: 'exact', flat: 'exact' };
const place: Place = {
  entranceId: 1,
  addressLine: 'Иваново, Ташкентская, 100',
  flatRanges: [{ start: 1, end: 36 }],
  services: [
    { id: 5, name: 'Шлагбаум', type: 'Gate' },
    { id: 3, name: 'Домофон', type: 'HardwareIntercom' },
  ],
};
const matched: EntranceMatch<Place> = { kind: 'matched', entrance: place, evidence };
const doubtful = (...reasons: DoubtReason[]): EntranceMatch<Place> => ({
  kind: 'candidates',
  candidates: [{ entrance: place, score: 0.5, reasons, evidence }],
});
const policy = (rules: Parameters<typeof SignUpRules.parse>[0] = {}): SignUpPolicy => ({
  mode: 'automatic',
  rules: SignUpRules.parse(rules),
});

describe('a sign-up whose entrance is certain', () => {
  test('is provisioned with all services of the entrance', () => {
    expect(judgeMatch(matched, 'кв. 012', policy())).toMatchObject({
      kind: 'provision',
      flat: '12',
      services: [{ id: 3 }, { id: 5 }],
    });
  });

  test.each([
    [{ pick: 'types', types: ['Gate'] }, [5]],
    [{ pick: 'list', serviceIds: [3, 99] }, [3]],
  ])('is provisioned with the services that the policy says: %j', (services, ids) => {
    const decision = judgeMatch(matched, '12', policy({ services }));
    expect(decision.kind === 'provision' && decision.services.map(({ id }) => id)).toEqual(ids);
  });

  test('is shown to a person when the policy says so, or nothing would be connected', () => {
    expect(judgeMatch(matched, '12', DEFAULT_POLICY)).toMatchObject({ reason: 'POLICY_REVIEW' });
    const none = policy({ services: { pick: 'types', types: ['Teleport'] } });
    expect(judgeMatch(matched, '12', none)).toMatchObject({ reason: 'NO_SERVICES' });
  });
});

describe('a person is asked', () => {
  test.each<[DoubtReason[], string]>([
    [['FLAT_UNKNOWN'], 'FLAT_MISSING'],
    [['CITY_UNKNOWN', 'FLAT_UNKNOWN'], 'FLAT_MISSING'],
    [['FLAT_UNCLEAR', 'FLAT_OUTSIDE_RANGES'], 'FLAT_UNCLEAR'],
    [['FLAT_OUTSIDE_RANGES'], 'FLAT_OUTSIDE_RANGES'],
    [['FLAT_RANGES_UNKNOWN'], 'FLAT_RANGES_UNKNOWN'],
    [['SEVERAL_ENTRANCES_FIT'], 'SEVERAL_ENTRANCES'],
    [['STREET_CODE_AMBIGUOUS'], 'ADDRESS_DOUBTFUL'],
  ])('for %j with the reason %s', (reasons, reason) => {
    expect(judgeMatch(doubtful(...reasons), '12', policy())).toMatchObject({
      kind: 'review',
      reason,
      suggestions: [{ entranceId: 1, score: 0.5, reasons }],
    });
  });

  test('when there is no entrance at all, with how far the best address came', () => {
    expect(judgeMatch({ kind: 'none', reason: 'HOUSE_DIFFERS' }, '12', policy())).toEqual({
      kind: 'review',
      reason: 'ENTRANCE_NOT_FOUND',
      suggestions: [],
      detail: 'HOUSE_DIFFERS',
    });
  });
});

test.each([
  ['12', '12'],
  ['кв. 12', '12'],
  ['0012', '12'],
  ['12А', null],
  ['12-13', null],
  ['0', null],
  ['', null],
  [null, null],
])('flat %j is %j to RosDomofon', (written, number) => {
  expect(flatNumber(written)).toBe(number);
});
