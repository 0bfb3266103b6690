import { containsNumber } from '../flat/contains-flat.ts';
import type { FlatRange } from '../flat/flat-range.ts';
import type { FlatNumber } from '../flat/read-flat.ts';
import type { DoubtReason } from './entrance-match.ts';

/** Is the flat behind this entrance? For certain when there is no doubt. */
export function judgeFlat(flat: FlatNumber, ranges: readonly FlatRange[] | null): readonly DoubtReason[] {
  if (flat.kind === 'missing') return ['FLAT_UNKNOWN'];
  const number = flat.kind === 'number' ? flat.number : flat.begins;
  const unclear: readonly DoubtReason[] = flat.kind === 'unclear' ? ['FLAT_UNCLEAR'] : [];
  if (number === null || containsNumber(ranges ?? [], number)) return unclear;
  return [...unclear, isComplete(ranges) ? 'FLAT_OUTSIDE_RANGES' : 'FLAT_RANGES_UNKNOWN'];
}

/** 0–0 and 20–1 are ranges that somebody has not filled in yet. */
const isComplete = (ranges: readonly FlatRange[] | null): boolean =>
  ranges !== null && ranges.length > 0 && ranges.every(({ start, end }) => start <= end && end > 0);
