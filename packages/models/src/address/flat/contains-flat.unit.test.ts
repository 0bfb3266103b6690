import { AddressEntrance, containsFlat, flatRangesOf } from '@domovoy/models';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const ranges = [
  { start: 1, end: 20 },
  { start: 81, end: 84 },
];

test.each([1, 20, 81, 84, '12', ' 12 ', 'кв. 12', 'кв12', 'квартира 12', '№ 12', '012'])(
  '%j is in it',
  (flat) => {
    expect(containsFlat(ranges, flat)).toBe(true);
  },
);

test.each([
  0,
  21,
  80,
  85,
  -1,
  1.5,
  Number.NaN,
  '',
  '0',
  'б/н',
  '12А',
  '12-13',
  '1212',
  'двенадцать',
  '12 кв',
  '1e1',
  '١٢',
  null,
])('%j is not in it', (flat) => {
  expect(containsFlat(ranges, flat)).toBe(false);
});

test('it agrees with counting every flat of every range', () => {
  const bound = fc.integer({ min: -5, max: 60 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ start: bound, end: bound })),
      fc.integer({ min: 1, max: 60 }),
      (all, flat) => {
        const flats = new Set<number>();
        for (const { start, end } of all)
          for (let number = start; number <= end; number += 1) flats.add(number);
        expect(containsFlat(all, flat)).toBe(flats.has(flat));
        expect(containsFlat(all, `кв. ${flat}`)).toBe(flats.has(flat));
      },
    ),
  );
});

test('the ranges of an entrance are its own and the additional ones; a bound that is missing makes no range', () => {
  const entrance = {
    id: 1,
    flatStart: 1,
    flatEnd: 20,
    additionalFlatRanges: [{ id: 2, flatStart: 81, flatEnd: 84 }],
  };
  expect(flatRangesOf(AddressEntrance.parse(entrance))).toEqual(ranges);
  expect(flatRangesOf(AddressEntrance.parse({ id: 1, flatStart: null, flatEnd: 20 }))).toEqual([
    { start: 0, end: 0 },
  ]);
});
