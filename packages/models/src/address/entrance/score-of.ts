import type { DoubtReason, MatchEvidence } from './entrance-match.ts';

/** What is left of a score of 1 for each doubt. Only their order means something: how soon a person would give it up. */
const LEFT: Readonly<Record<DoubtReason, number>> = {
  SEVERAL_ENTRANCES_FIT: 0.95,
  FLAT_UNCLEAR: 0.85,
  CITY_UNKNOWN: 0.8,
  STREET_TYPE_AMBIGUOUS: 0.75,
  CITY_AMBIGUOUS: 0.7,
  STREET_NAME_AMBIGUOUS: 0.7,
  STREET_CODE_AMBIGUOUS: 0.7,
  CITY_CONTRADICTS_CODE: 0.7,
  FLAT_UNKNOWN: 0.65,
  FLAT_RANGES_UNKNOWN: 0.65,
  HOUSE_NOTATION_DIFFERS: 0.5,
  STREET_UNKNOWN: 0.4,
  HOUSE_UNKNOWN: 0.3,
  FLAT_OUTSIDE_RANGES: 0.2,
};

/** Another spelling costs little, so that it only decides between equals. */
const EQUIVALENT = 0.99;

/** 0..1, to three digits. */
export function scoreOf(doubts: readonly DoubtReason[], evidence: MatchEvidence): number {
  const spellings = Object.values(evidence).filter((field) => field === 'equivalent').length;
  const score = doubts.reduce((left, doubt) => left * LEFT[doubt], EQUIVALENT ** spellings);
  return Math.round(score * 1000) / 1000;
}
