import { expect, test } from 'vitest';
import { explainMatch } from './explain-match.ts';

const option = (
  street: string,
  house: string,
  flatRanges: { start: number; end: number }[] | null = null,
) => ({
  address: { city: 'Иваново', street: { name: street }, house: { number: house } },
  flatRanges,
});
const query = (street: string, house: string, flat: string | null = null) => ({
  city: 'г. Иваново',
  street: { name: street },
  house: { number: house },
  flat,
});
const field = (name: string, ...args: Parameters<typeof explainMatch>) =>
  explainMatch(...args).find((one) => one.field === name);

test('words that both sides have are told apart from those of one side, however they are spelled', () => {
  expect(field('street', query('ул. 1-я Полевая', '5'), option('1 Полевая улица', '5'))).toMatchObject({
    shared: ['улица', '1', 'полевая'],
    onlyAsked: [],
    onlyFound: [],
  });
  expect(field('street', query('академика Павлова', '5'), option('Павлова', '5'))).toMatchObject({
    shared: ['павлова'],
    onlyAsked: ['академика'],
  });
  expect(field('city', query('Павлова', '5'), option('Павлова', '5'))).toMatchObject({
    shared: ['иваново'],
    onlyAsked: ['город'],
  });
});

test('parts of a house are compared one by one', () => {
  expect(field('house', query('Павлова', '5 корп. 2'), option('Павлова', '5к2 стр. 1'))).toMatchObject({
    asked: '5 к2',
    found: '5 к2 с1',
    shared: ['5', 'к2'],
    onlyFound: ['с1'],
  });
  expect(field('house', query('Павлова', '5'), option('Павлова', '51'))).toMatchObject({
    shared: [],
    onlyAsked: ['5'],
    onlyFound: ['51'],
  });
});

test('a flat is found in a range, or not', () => {
  const ranges = [{ start: 1, end: 20 }];
  expect(field('flat', query('Павлова', '5', 'кв. 7'), option('Павлова', '5', ranges))).toMatchObject({
    asked: 'кв. 7',
    found: '1–20',
    shared: ['7'],
  });
  expect(field('flat', query('Павлова', '5', '21'), option('Павлова', '5', ranges))).toMatchObject({
    shared: [],
    onlyAsked: ['21'],
  });
  expect(field('flat', query('Павлова', '5', '21'), option('Павлова', '5'))).toMatchObject({ found: null });
});

test('a common code of the street is said', () => {
  const code = '44c5f004-32d5-4724-9ee2-099071e88d1c';
  const [asked, there] = [query('Ташкентская', '5'), option('Ташкентская', '5')];
  const withCode = (name: string) => ({ name, codeFias: code });
  expect(
    field(
      'street',
      { ...asked, street: withCode('Ташкентская') },
      { ...there, address: { ...there.address, street: withCode('Другая') } },
    ),
  ).toMatchObject({ isSameCode: true, shared: [] });
  expect(field('street', asked, there)).toMatchObject({ isSameCode: false });
});

test('nothing makes it throw', () => {
  expect(explainMatch({}, { address: {}, flatRanges: null })).toHaveLength(4);
});
