/** Both ends included. */
export interface FlatNumberRange {
  readonly flatStart: number;
  readonly flatEnd: number;
}

interface FlatNumberPage {
  /** In ascending order, each once. */
  readonly numbers: readonly number[];
  /** How many numbers the ranges have together. */
  readonly size: number;
  /** Are there numbers behind this page? */
  readonly hasMore: boolean;
}

/**
 * Some numbers of ranges that may overlap, contain one another, or be so long that their numbers must not be counted
 * one by one. `0 to 0` is how RosDomofon writes that nobody filled a range in.
 */
export function pageOfFlatNumbers(
  ranges: readonly FlatNumberRange[],
  { first, after }: { first: number; after: number },
): FlatNumberPage {
  const merged = mergeRanges(ranges);
  const numbers: number[] = [];
  let hasMore = false;
  for (const { flatStart, flatEnd } of merged)
    for (let number = Math.max(flatStart, after + 1); number <= flatEnd && !hasMore; number++)
      if (numbers.length < first) numbers.push(number);
      else hasMore = true;
  const size = merged.reduce((sum, { flatStart, flatEnd }) => sum + flatEnd - flatStart + 1, 0);
  return { numbers, size, hasMore };
}

/** In ascending order, without common numbers. */
function mergeRanges(ranges: readonly FlatNumberRange[]): FlatNumberRange[] {
  const merged: { flatStart: number; flatEnd: number }[] = [];
  const good = ranges
    .map(({ flatStart, flatEnd }) => ({ flatStart: Math.max(1, flatStart), flatEnd }))
    .filter(({ flatStart, flatEnd }) => flatStart <= flatEnd)
    .toSorted((a, b) => a.flatStart - b.flatStart);
  for (const range of good) {
    const last = merged.at(-1);
    if (last && range.flatStart <= last.flatEnd) last.flatEnd = Math.max(last.flatEnd, range.flatEnd);
    else merged.push(range);
  }
  return merged;
}
