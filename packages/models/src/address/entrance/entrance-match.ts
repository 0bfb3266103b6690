import type { Address } from '../address.ts';
import type { FlatRange } from '../flat/flat-range.ts';

/** An entrance that may be the right one, with whatever the caller knows it by. */
export interface EntranceOption<E> {
  readonly entrance: E;
  readonly address: Address;
  /** Null when nobody knows; an empty list says no more than null. */
  readonly flatRanges: readonly FlatRange[] | null;
}

/**
 * How well a field of the option agrees with the query.
 * - `exact`: the same text but for case and spaces, the same code, or a flat inside a range
 * - `equivalent`: another way to write the same ("ул. Пушкина" and "Пушкина", "5 корп. 2" and "5к2")
 * - `uncertain`: may be the same ("5/2" and "5 к2", a name that fits several streets)
 * - `unknown`: one side does not say
 */
export type FieldEvidence = 'exact' | 'equivalent' | 'uncertain' | 'unknown';

export interface MatchEvidence {
  readonly city: FieldEvidence;
  readonly street: FieldEvidence;
  readonly house: FieldEvidence;
  readonly flat: FieldEvidence;
}

/** Why an entrance is no more than a candidate. Stable: programs branch on it, texts are made elsewhere. */
export type DoubtReason =
  /** The query or the option names no city. */
  | 'CITY_UNKNOWN'
  /** Several places have that name: a town and a village, or towns of two regions. */
  | 'CITY_AMBIGUOUS'
  /** The streets' codes agree and the cities' names do not. */
  | 'CITY_CONTRADICTS_CODE'
  | 'STREET_UNKNOWN'
  /** The name fits streets of several types, or the type's abbreviation does. */
  | 'STREET_TYPE_AMBIGUOUS'
  /** A surname that several people have, or initials that may be an adjective. */
  | 'STREET_NAME_AMBIGUOUS'
  /** Streets of the same name and with different codes, or codes that contradict each other. */
  | 'STREET_CODE_AMBIGUOUS'
  | 'HOUSE_UNKNOWN'
  /** The same numbers in another notation, which in some towns is another house: "5/2" and "5 к2". */
  | 'HOUSE_NOTATION_DIFFERS'
  | 'FLAT_UNKNOWN'
  /** More than a number: "12А", "12-13". */
  | 'FLAT_UNCLEAR'
  | 'FLAT_RANGES_UNKNOWN'
  | 'FLAT_OUTSIDE_RANGES'
  /** Nothing is wrong with it, but another entrance fits or may fit as well. */
  | 'SEVERAL_ENTRANCES_FIT';

/** Why there is not even a candidate: how far the best option came. */
export type NoMatchReason =
  | 'NO_OPTIONS'
  | 'QUERY_WITHOUT_STREET'
  | 'QUERY_WITHOUT_HOUSE'
  | 'CITY_DIFFERS'
  | 'STREET_DIFFERS'
  | 'HOUSE_DIFFERS';

export interface EntranceCandidate<E> {
  readonly entrance: E;
  /** 0..1, to sort and to show; never a probability. */
  readonly score: number;
  /** At least one. */
  readonly reasons: readonly DoubtReason[];
  readonly evidence: MatchEvidence;
}

export type EntranceMatch<E> =
  /** Exactly one entrance fits, nothing about it is uncertain or unknown, and no other entrance may fit. */
  | { readonly kind: 'matched'; readonly entrance: E; readonly evidence: MatchEvidence }
  /** A person has to decide: the best one comes first, there is at least one. */
  | { readonly kind: 'candidates'; readonly candidates: readonly EntranceCandidate<E>[] }
  | { readonly kind: 'none'; readonly reason: NoMatchReason };
