import type { FlatRange } from './flat-range.ts';

/** Is the flat in one of the ranges? Never for a text that is no plain number. */
export function containsFlat(ranges: readonly FlatRange[], flat: string | number): boolean {
  throw new Error(`follows: ${ranges.length} ${flat}`);
}
