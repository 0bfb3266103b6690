import {
  matchEntrances,
  normaliseHouse,
  normaliseStreet,
  parseAddressLine,
  printAddressLine,
  searchLines,
} from '@domovoy/models';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const house = (number: string, parts: object = {}) => ({
  number,
  block: null,
  building: null,
  housing: null,
  ...parts,
});

test.each([
  ['Иваново, Ташкентская, 100', 'Иваново', 'Ташкентская', house('100')],
  ['Иваново, , 100', 'Иваново', null, house('100')],
  ['Иваново, Ташкентская', 'Иваново', 'Ташкентская', null],
  ['Ташкентская, 100', null, 'Ташкентская', house('100')],
  ['с. Богородское, 5', 'с. Богородское', null, house('5')],
  [
    'Ивановская обл., г. Иваново, ул. Мира, д. 100, корп. 2, кв. 5',
    'Ивановская обл., г. Иваново',
    'ул. Мира',
    house('100', { housing: '2' }),
  ],
  [
    'Ярославль, Ленинградский проспект, 52к2с1',
    'Ярославль',
    'Ленинградский проспект',
    house('52', { housing: '2', building: '1' }),
  ],
  ['Казань, Чистопольская, 20/12, подъезд 3', 'Казань', 'Чистопольская', house('20/12')],
  ['Казань, Чистопольская, 20/12, 3 подъезд', 'Казань', 'Чистопольская', house('20/12')],
  ['Казань, Чистопольская, 61А', 'Казань', 'Чистопольская', house('61А')],
  ['Тула, имени Н. И. Пирогова, 9бБ', 'Тула', 'имени Н. И. Пирогова', house('9', { block: 'б' })],
  ['Екатеринбург, 8 Марта, 5', 'Екатеринбург', '8 Марта', house('5')],
  ['Екатеринбург, 8 Марта', 'Екатеринбург', '8 Марта', null],
  ['Екатеринбург, ул. 8 Марта 5', 'Екатеринбург', 'ул. 8 Марта', house('5')],
  ['Екатеринбург, 8 Марта д. 5', 'Екатеринбург', '8 Марта', house('5')],
  ['Тула, Мира, 100 (общежитие)', 'Тула', 'Мира', house('100 (общежитие)')],
  ['Алматы, мкр Аксай-4, 34', 'Алматы', 'мкр Аксай-4', house('34')],
  ['Алматы, мкр Аксай 4', 'Алматы', 'мкр Аксай 4', null],
  ['Актау, 14, 25', 'Актау', '14', house('25')],
  ['', null, null, null],
  [' , ,, ', null, null, null],
])('%j', (line, city, street, expected) => {
  expect(parseAddressLine(line)).toEqual({
    city,
    street: street === null ? null : { name: street },
    house: expected,
  });
});

test('what is printed is read again as the same address', () => {
  const part = fc.option(fc.constantFrom('1', '2', '12А', 'Б'));
  const address = fc.record({
    city: fc.constantFrom('Иваново', 'Ивановская обл., г. Иваново', 'с. Богородское'),
    street: fc.record({
      name: fc.constantFrom('Ташкентская', 'ул. 8 Марта', 'мкр Аксай-4', 'Пушкина А.С.', '6-я линия'),
    }),
    house: fc.record({
      number: fc.constantFrom('5', '5А', '20/12', '5-7', '104', 'вл. 5', '5 лит. Б'),
      block: part,
      building: part,
      housing: part,
    }),
  });
  fc.assert(
    fc.property(address, (one) => {
      const again = parseAddressLine(printAddressLine(one));
      expect(again.city).toBe(one.city);
      expect(normaliseStreet(again.street ?? '')).toBe(normaliseStreet(one.street));
      expect(normaliseHouse(again.house ?? '')).toBe(normaliseHouse(one.house));
      const options = [{ entrance: 1, address: again, flatRanges: [{ start: 1, end: 20 }] }];
      expect(matchEntrances({ ...one, flat: '12' }, options).kind).toBe('matched');
    }),
  );
});

test('no text makes reading a line throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
        fc.string(),
      ),
      (line) => {
        const again = printAddressLine(parseAddressLine(line));
        expect(typeof printAddressLine(parseAddressLine(again))).toBe('string');
      },
    ),
  );
});

test.each([
  ['100', '100'],
  ['5А', '5А'],
  ['20/12', '20/12'],
  ['5 к2', '5'],
  ['5к2', '5'],
  ['д. 5', '5'],
  ['5 А', '5'],
])('the search for house %j asks for %j', (number, asked) => {
  const address = { city: ' Иваново ', street: { name: 'Ташкентская' }, house: { number, housing: '3' } };
  expect(searchLines(address)).toEqual([`Иваново, Ташкентская, ${asked}`, `Иваново, , ${asked}`]);
});

test('without a street only the second search is left, without a city or a house none', () => {
  expect(searchLines({ city: 'Иваново', street: null, house: { number: '5' } })).toEqual(['Иваново, , 5']);
  expect(searchLines({ city: null, street: { name: 'Мира' }, house: { number: '5' } })).toEqual([]);
  expect(searchLines({ city: 'Иваново', street: { name: 'Мира' }, house: { number: null } })).toEqual([]);
});
