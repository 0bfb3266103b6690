import type { DoubtReason, EntranceMatch } from '@domovoy/models';
import { chooseServices, type OfferedService } from '../policy/choose-services.ts';
import type { SignUpPolicy } from '../policy/sign-up-policy.ts';
import type { StateReason } from '../state-reason.ts';
import type { Place, Suggestion } from './suggestion.ts';

export type MatchDecision =
  | {
      readonly kind: 'provision';
      readonly place: Place;
      readonly flat: string;
      readonly services: readonly OfferedService[];
    }
  | {
      readonly kind: 'review';
      readonly reason: StateReason;
      readonly suggestions: readonly Suggestion[];
      /** How far the best address came; only where there is no suggestion. */
      readonly detail: string | null;
    };

/** The first that the best candidate has says what a person is asked. */
const REASONS: readonly (readonly [DoubtReason, StateReason])[] = [
  ['FLAT_UNKNOWN', 'FLAT_MISSING'],
  ['FLAT_UNCLEAR', 'FLAT_UNCLEAR'],
  ['FLAT_OUTSIDE_RANGES', 'FLAT_OUTSIDE_RANGES'],
  ['FLAT_RANGES_UNKNOWN', 'FLAT_RANGES_UNKNOWN'],
  ['SEVERAL_ENTRANCES_FIT', 'SEVERAL_ENTRANCES'],
];

/** More would help nobody to choose. */
const MOST_SUGGESTIONS = 20;

/** What is done about a sign-up whose entrance was looked for. */
export function judgeMatch(
  match: EntranceMatch<Place>,
  flat: string | null,
  { mode, rules }: SignUpPolicy,
): MatchDecision {
  if (match.kind === 'none')
    return { kind: 'review', reason: 'ENTRANCE_NOT_FOUND', suggestions: [], detail: match.reason };
  if (match.kind === 'candidates') {
    const suggestions = match.candidates
      .slice(0, MOST_SUGGESTIONS)
      .map(({ entrance, score, reasons, evidence }) => ({
        ...entrance,
        score,
        reasons: [...reasons],
        evidence,
      }));
    const doubts = match.candidates[0]?.reasons ?? [];
    const reason = REASONS.find(([doubt]) => doubts.includes(doubt))?.[1] ?? 'ADDRESS_DOUBTFUL';
    return { kind: 'review', reason, suggestions, detail: null };
  }
  const { entrance: place, evidence } = match;
  const services = chooseServices(place.services, rules.services);
  const number = flatNumber(flat);
  const suggestions = [{ ...place, score: 1, reasons: [], evidence }];
  if (number === null) return { kind: 'review', reason: 'FLAT_UNCLEAR', suggestions, detail: null };
  if (services.length === 0) return { kind: 'review', reason: 'NO_SERVICES', suggestions, detail: null };
  if (mode === 'review') return { kind: 'review', reason: 'POLICY_REVIEW', suggestions, detail: null };
  return { kind: 'provision', place, flat: number, services };
}

/** The flat's number as RosDomofon takes it: digits alone; null when what was written is more than a number. */
export function flatNumber(written: string | null): string | null {
  const [, digits] = /^\D*?0*(\d{1,5})$/.exec(written?.trim() ?? '') ?? [];
  return digits === undefined || digits === '0' ? null : digits;
}
