import type { FlatRange } from './flat-range.ts';
import { readFlat } from './read-flat.ts';

/** Is the flat in one of the ranges? Never when it is no plain number ("12А"), or a range ends before it begins. */
export function containsFlat(ranges: readonly FlatRange[], flat: string | number | null): boolean {
  const read = readFlat(flat === null ? null : String(flat));
  return read.kind === 'number' && containsNumber(ranges, read.number);
}

export const containsNumber = (ranges: readonly FlatRange[], flat: number): boolean =>
  ranges.some(({ start, end }) => start <= flat && flat <= end);
