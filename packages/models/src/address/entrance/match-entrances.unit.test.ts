import {
  type AddressHouse,
  type EntranceOption,
  type EntranceQuery,
  matchEntrances,
  parseAddressLine,
} from '@domovoy/models';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const text = fc.oneof(
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
  fc.string(),
  // Words that every object answers to.
  fc.constantFrom('constructor', '__proto__', 'toString', 'hasOwnProperty'),
);
const anything = fc.option(text);
const anyAddress = fc.record({
  city: anything,
  street: fc.option(
    fc.record({
      name: anything,
      type: anything,
      codeFias: anything,
      codeKladr: anything,
      universalCode: anything,
    }),
  ),
  house: fc.option(fc.record({ number: anything, block: anything, building: anything, housing: anything })),
});
const anyRanges = fc.option(fc.array(fc.record({ start: fc.integer(), end: fc.integer() })));

test('nothing that can be in a field makes it throw', () => {
  fc.assert(
    fc.property(
      anyAddress,
      anything,
      fc.array(fc.record({ entrance: fc.nat(), address: anyAddress, flatRanges: anyRanges })),
      (address, flat, options) => {
        const { kind } = matchEntrances({ ...address, flat }, options);
        expect(['matched', 'candidates', 'none']).toContain(kind);
      },
    ),
  );
});

test('an address that can be compared finds itself, whatever it is made of', () => {
  fc.assert(
    fc.property(anyAddress, (address) => {
      const self = { entrance: 1, address, flatRanges: [{ start: 1, end: 20 }] };
      const match = matchEntrances({ ...address, flat: '12' }, [self]);
      if (match.kind === 'none') expect(match.reason).toMatch(/^QUERY_WITHOUT_(?:HOUSE|STREET)$/);
    }),
  );
});

const CITIES = ['Иваново', 'Ростов-на-Дону', 'Нижний Новгород', 'Орёл', 'Алматы'];
const STREETS = [
  ['улица', 'ул.', 'Ташкентская'],
  ['улица', 'ул', 'Большая Садовая'],
  ['проспект', 'пр-т', 'Мира'],
  ['переулок', 'пер.', '1-й Кольцевой'],
  ['улица', 'ул.', '50 лет Октября'],
  ['бульвар', 'б-р', 'Королёвой'],
  ['микрорайон', 'мкр.', 'Аксай-4'],
  ['улица', 'ул.', 'А.С. Пушкина'],
] as const;

const anyHouse = fc.record({
  number: fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('', '', 'А', 'Б', '/2', '-7'))
    .map((n) => n.join('')),
  housing: fc.option(fc.constantFrom('1', '2', '12', '2А')),
  building: fc.option(fc.constantFrom('1', '11'), { freq: 3 }),
});

/** The same address, spelled as somebody else would. */
const noise = fc.record({
  isLoud: fc.boolean(),
  space: fc.constantFrom(' ', '  ', '\u00a0'),
  city: fc.constantFrom('', 'г. ', 'город ', 'г.'),
  type: fc.constantFrom('none', 'before', 'behind', 'short'),
  name: fc.constantFrom('plain', 'quoted', 'latin', 'ё'),
  house: fc.constantFrom('', 'д. ', 'дом '),
  isSqueezed: fc.boolean(),
  housing: fc.constantFrom('к', ' корп. ', ' корпус ', ', к. '),
  building: fc.constantFrom('с', ' стр. ', ' строение ', ', стр.'),
});
type Noise = typeof noise extends fc.Arbitrary<infer N> ? N : never;

const plain = fc.record({
  city: fc.constantFrom(...CITIES),
  street: fc.constantFrom(...STREETS),
  house: anyHouse,
});
type Plain = typeof plain extends fc.Arbitrary<infer P> ? P : never;

function spell({ city, street: [full, short, name], house }: Plain, how: Noise): EntranceQuery {
  const spelled = {
    plain: name,
    quoted: `«${name}»`,
    latin: name.replaceAll('а', 'a').replaceAll('о', 'o'),
    ё: name.replaceAll('ё', 'е'),
  }[how.name];
  const type = { none: '', before: full, behind: full, short }[how.type];
  const named = how.type === 'behind' ? `${spelled}${how.space}${type}` : `${type}${how.space}${spelled}`;
  const loud = (word: string) => (how.isLoud ? word.toUpperCase() : word);
  const squeezed = `${house.number}${house.housing ? how.housing + house.housing : ''}${house.building ? how.building + house.building : ''}`;
  return {
    city: loud(`${how.city}${city}`),
    street: { name: loud(named) },
    house: {
      ...(how.isSqueezed ? {} : house),
      number: how.house + loud(how.isSqueezed ? squeezed : house.number),
    },
  };
}

const option = <E>(entrance: E, address: EntranceQuery, start = 1, end = 20): EntranceOption<E> => ({
  entrance,
  address,
  flatRanges: [{ start, end }],
});

test('how the two sides spell an address makes no difference', () => {
  fc.assert(
    fc.property(plain, noise, noise, (address, one, other) => {
      const [a, b] = [spell(address, one), spell(address, other)];
      expect(matchEntrances({ ...a, flat: '12' }, [option('door', b)])).toMatchObject({ kind: 'matched' });
      expect(matchEntrances({ ...b, flat: '12' }, [option('door', a)])).toMatchObject({ kind: 'matched' });
    }),
    { numRuns: 500 },
  );
});

const houseText = ({ number, housing, building }: AddressHouse) =>
  [number, housing, building].join('|').toUpperCase();

test('a house never matches another house, however both are spelled', () => {
  fc.assert(
    fc.property(plain, anyHouse, noise, noise, (address, otherHouse, one, other) => {
      fc.pre(houseText(address.house) !== houseText(otherHouse));
      const match = matchEntrances({ ...spell(address, one), flat: '12' }, [
        option('stranger', spell({ ...address, house: otherHouse }, other)),
      ]);
      expect(match.kind).not.toBe('matched');
    }),
    { numRuns: 1000 },
  );
});

test('another city or street never matches', () => {
  fc.assert(
    fc.property(plain, plain, noise, noise, (address, other, one, two) => {
      fc.pre(address.city !== other.city || address.street !== other.street);
      const stranger = option('stranger', spell({ ...other, house: address.house }, two));
      expect(matchEntrances({ ...spell(address, one), flat: '12' }, [stranger]).kind).toBe('none');
    }),
  );
});

test('the order of the options makes no difference', () => {
  const some = fc.array(fc.tuple(plain, noise, fc.integer({ min: 1, max: 3 })), {
    minLength: 2,
    maxLength: 12,
  });
  fc.assert(
    fc.property(
      some,
      fc.constantFrom('12', '30', null),
      fc.infiniteStream(fc.nat()),
      (rows, flat, random) => {
        // Ranges that differ, so that no two options are alike: alike ones stay in the order given.
        const options = rows.map(([address, how, width], index) =>
          option(index, spell({ ...address, city: 'Орёл' }, how), index + 1, index + 20 * width),
        );
        const query = { ...options[0]?.address, flat };
        const shuffled = options
          .map((one) => ({ one, at: random.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(matchEntrances(query, shuffled)).toEqual(matchEntrances(query, options));
      },
    ),
  );
});

test('evidence says how each field agrees, candidates are sorted and carry a score', () => {
  const address = parseAddressLine('Иваново, ул. Ташкентская, 100');
  const query = {
    city: 'иваново',
    street: { name: 'Ташкентская' },
    house: { number: '100' },
    flat: 'кв. 12',
  };
  expect(matchEntrances(query, [{ entrance: 'a', address, flatRanges: [{ start: 1, end: 36 }] }])).toEqual({
    kind: 'matched',
    entrance: 'a',
    evidence: { city: 'exact', street: 'equivalent', house: 'exact', flat: 'equivalent' },
  });
  const match = matchEntrances({ ...query, house: { number: '5/2' } }, [
    {
      entrance: 'notation',
      address: parseAddressLine('Иваново, Ташкентская, 5 к2'),
      flatRanges: [{ start: 1, end: 36 }],
    },
    { entrance: 'ranges', address: parseAddressLine('Иваново, Ташкентская, 5/2'), flatRanges: null },
  ]);
  expect(match).toEqual({
    kind: 'candidates',
    candidates: [
      {
        entrance: 'ranges',
        score: 0.65,
        reasons: ['FLAT_RANGES_UNKNOWN'],
        evidence: { city: 'exact', street: 'exact', house: 'exact', flat: 'unknown' },
      },
      {
        entrance: 'notation',
        score: 0.495,
        reasons: ['HOUSE_NOTATION_DIFFERS'],
        evidence: { city: 'exact', street: 'exact', house: 'uncertain', flat: 'equivalent' },
      },
    ],
  });
});
