import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlatNumberRange, pageOfFlatNumbers } from './flat-numbers.ts';

const range = (flatStart: number, flatEnd: number): FlatNumberRange => ({ flatStart, flatEnd });

describe('the flat numbers of an entrance', () => {
  it.each<[string, FlatNumberRange[], number[]]>([
    ['one range, with both ends', [range(3, 6)], [3, 4, 5, 6]],
    ['several, in ascending order', [range(10, 11), range(1, 2)], [1, 2, 10, 11]],
    ['common numbers once', [range(1, 3), range(2, 4), range(2, 2)], [1, 2, 3, 4]],
    ['a range that nobody filled in', [range(0, 0)], []],
    ['a range that begins at 0', [range(0, 2)], [1, 2]],
    ['a range the wrong way round', [range(5, 1), range(7, 7)], [7]],
    ['none', [], []],
  ])('%s', (_name, ranges, numbers) => {
    expect(pageOfFlatNumbers(ranges, { first: 100, after: 0 })).toEqual({
      numbers,
      size: numbers.length,
      hasMore: false,
    });
  });

  it('of an absurd range are not counted one by one', () => {
    const ranges = [range(1, 2 ** 31 - 1), range(5, 2 ** 31 - 1)];
    expect(pageOfFlatNumbers(ranges, { first: 3, after: 0 })).toEqual({
      numbers: [1, 2, 3],
      size: 2 ** 31 - 1,
      hasMore: true,
    });
    expect(pageOfFlatNumbers(ranges, { first: 3, after: 2 ** 31 - 3 })).toEqual({
      numbers: [2 ** 31 - 2, 2 ** 31 - 1],
      size: 2 ** 31 - 1,
      hasMore: false,
    });
  });

  it('come once, in order, whatever the ranges and the pages', () => {
    const anyRange = fc.record({
      flatStart: fc.integer({ min: 0, max: 60 }),
      flatEnd: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(anyRange, { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (ranges, first) => {
        const all = new Set<number>();
        for (const { flatStart, flatEnd } of ranges)
          for (let number = Math.max(1, flatStart); number <= flatEnd; number++) all.add(number);
        const walked: number[] = [];
        for (;;) {
          const page = pageOfFlatNumbers(ranges, { first, after: walked.at(-1) ?? 0 });
          expect(page.size).toBe(all.size);
          walked.push(...page.numbers);
          if (!page.hasMore) break;
          expect(page.numbers).toHaveLength(first);
        }
        expect(walked).toEqual([...all].toSorted((a, b) => a - b));
      }),
    );
  });
});
