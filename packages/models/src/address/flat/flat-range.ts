import type { AddressEntrance } from '../../rosdomofon/address.ts';

/** Flats from `start` to `end`, both included. */
export interface FlatRange {
  readonly start: number;
  readonly end: number;
}

/** A range that nobody filled in: it says that something is missing, not that there are no flats. */
const UNREADABLE: FlatRange = { start: 0, end: 0 };

/** All ranges of an entrance as an address carries it. */
export const flatRangesOf = (entrance: AddressEntrance): readonly FlatRange[] =>
  [entrance, ...entrance.additionalFlatRanges].map(({ flatStart: start, flatEnd: end }) =>
    typeof start === 'number' && typeof end === 'number' ? { start, end } : UNREADABLE,
  );
