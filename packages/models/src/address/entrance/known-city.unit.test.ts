import { type EntranceOption, type EntranceQuery, matchEntrances } from '@domovoy/models';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** Streets that are easily taken for one another: [type, first name or title, name]. */
const STREETS = [
  ['улица', '', 'Мира'],
  ['проспект', '', 'Мира'],
  ['переулок', '', 'Мира'],
  ['улица', 'Льва', 'Толстого'],
  ['улица', 'Алексея', 'Толстого'],
  ['улица', 'Александра', 'Пушкина'],
  ['проезд', 'Александра', 'Пушкина'],
  ['улица', 'Маршала', 'Устинова'],
  ['улица', 'Академика', 'Устинова'],
  ['улица', '', 'Садовая'],
  ['улица', '', 'Большая Садовая'],
  ['улица', '', 'Малая Садовая'],
  ['улица', '', '1-я Советская'],
  ['улица', '', '2-я Советская'],
  ['улица', '', 'Советская'],
  ['улица', '', '50 лет Октября'],
  ['улица', '', '50-летия Октября'],
  ['улица', '', '8 Марта'],
  ['микрорайон', '', 'Аксай-3'],
  ['микрорайон', '', 'Аксай-3А'],
  ['микрорайон', '', 'Аксай-4'],
] as const;

const HOUSES = ['1', '11', '1А', '1/1', '1 к1', '1 к1А', '1 с1', '1 к1 с1'];
const ENTRANCES = [
  { start: 1, end: 20 },
  { start: 21, end: 40 },
];

interface Door {
  street: (typeof STREETS)[number];
  house: string;
  range: (typeof ENTRANCES)[number];
}

const DOORS: readonly Door[] = STREETS.flatMap((street) =>
  HOUSES.flatMap((house) => ENTRANCES.map((range) => ({ street, house, range }))),
);

/** How much of it somebody writes down, and how. */
const spelling = fc.record({
  type: fc.constantFrom('before', 'behind', 'left out'),
  person: fc.constantFrom('before', 'behind', 'letter', 'left out'),
  isLoud: fc.boolean(),
  isTight: fc.boolean(),
  city: fc.constantFrom('Тольятти', 'г. Тольятти', 'Самарская обл., г.Тольятти'),
});
type Spelling = typeof spelling extends fc.Arbitrary<infer S> ? S : never;

function spell({ street: [type, person, name], house }: Door, how: Spelling): EntranceQuery {
  const letter = person ? `${person[0]}.` : '';
  const named = {
    before: `${person} ${name}`,
    behind: `${name} ${person}`,
    letter: `${letter} ${name}`,
    'left out': name,
  };
  const typed = {
    before: `${type} ${named[how.person]}`,
    behind: `${named[how.person]} ${type}`,
    'left out': named[how.person],
  };
  const text = typed[how.type].trim();
  return {
    city: how.city,
    street: { name: how.isLoud ? text.toUpperCase() : text },
    house: {
      number: how.isTight ? house.replaceAll(' ', '') : house.replace('к', 'корп. ').replace('с1', 'стр. 1'),
    },
  };
}

const FULL: Spelling = { type: 'before', person: 'before', isLoud: false, isTight: false, city: 'Тольятти' };

const options = (doors: readonly Door[], how: Spelling): EntranceOption<Door>[] =>
  doors.map((door) => ({ entrance: door, address: spell(door, how), flatRanges: [door.range] }));

test('a sign-up that leaves out what it likes gets its own door or none', () => {
  let matched = 0;
  fc.assert(
    fc.property(fc.constantFrom(...DOORS), spelling, fc.nat(19), (door, how, flat) => {
      const match = matchEntrances(
        { ...spell(door, how), flat: String(door.range.start + flat) },
        options(DOORS, FULL),
      );
      if (match.kind === 'matched') expect(match.entrance).toBe(door);
      else expect(match).toMatchObject({ kind: 'candidates' });
      if (match.kind === 'matched') matched += 1;
    }),
    { numRuns: 100 },
  );
  expect(matched).toBeGreaterThan(30);
});

test('entrances whose lines are spelled in many ways, and a sign-up in full', () => {
  const some = fc.uniqueArray(fc.constantFrom(...DOORS), { minLength: 1, maxLength: 30 });
  // What an entrance leaves out is lost for all who read it: only the order, the case and the spaces vary.
  const order = spelling.map(
    (how): Spelling => ({
      ...how,
      type: how.type === 'left out' ? 'before' : how.type,
      person: how.person === 'behind' ? 'behind' : 'before',
    }),
  );
  fc.assert(
    fc.property(some, fc.array(order, { minLength: 30, maxLength: 30 }), (doors, spellings) => {
      const listed = doors.flatMap((door, index) => options([door], spellings[index] ?? FULL));
      for (const door of doors) {
        const match = matchEntrances({ ...spell(door, FULL), flat: String(door.range.end) }, listed);
        expect(match).toMatchObject({ kind: 'matched', entrance: door });
      }
    }),
  );
});
