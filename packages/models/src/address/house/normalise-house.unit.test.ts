import { normaliseHouse } from '@domovoy/models';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each([
  ['5', '5', ' 5 ', '05', 'д. 5', 'д.5', 'дом 5', '№ 5', 'дом № 5', '5.'],
  ['5а', '5А', '5а', '5 А', '5-А', '5/А', '5 «А»', '5"А"', '5A', 'д. 5а'],
  [
    '5 к2',
    '5 к2',
    '5к2',
    '5 К 2',
    '5 корп. 2',
    '5 корпус 2',
    '5, корп. 2',
    '5, к. 2',
    '5 k2',
    '5 K2',
    '5к02',
  ],
  ['5 к2а', '5 к2А', '5 корп. 2а'],
  ['5 корп а', '5 корп. А', '5 к. А'],
  ['5 с1', '5 стр. 1', '5с1', '5 строение 1', '5, стр.1', '5c1'],
  ['5 к2 с1', '5к2с1', '5 корп. 2, стр. 1', '5 стр. 1 корп. 2'],
  ['5 к2а с1', '5к2Ас1'],
  ['5а к2', '5Ак2', '5 а, корп. 2'],
  ['5/2', '5/2', '5 / 2', '5\\2'],
  ['5а/2', '5А/2'],
  ['5/2а', '5/2А'],
  ['5-7', '5-7', '5 - 7', '5–7'],
  ['5 лит б', '5 лит. Б', '5 литера Б', '5, литер б'],
  ['5 блок 2', '5 блок 2', '5 бл. 2', '5 блок-секция 2', '5 б/с 2'],
  ['9 блок б', '9бБ'],
  ['104 к1 блок а', '104к1бА'],
  ['вл 5', 'вл. 5', 'владение 5'],
  ['5к', '5К', '5 к', '5-к'],
  ['5с', '5С', '5 с'],
  ['5b', '5B', '5 b'],
  ['100; общежитие', '100 (общежитие)', '100 общежитие', '100, общежитие'],
  ['б/н', 'б/н', 'Б/Н'],
  ['5к; 5', '5К, 5'],
  ['5; ½', '5½'],
  ['5; ²', '5²'],
  ['52', '５２', '5\u200b2'],
  ['constructor', 'constructor'],
  ['', '', ' '],
])('%s', (expected, ...spellings) => {
  expect(spellings.map((text) => normaliseHouse(text))).toEqual(spellings.map(() => expected));
});

test('parts in fields are the same as parts behind the number', () => {
  expect(normaliseHouse({ number: '5', housing: '2', building: '1', block: 'Б' })).toBe('5 к2 с1 блок б');
  expect(normaliseHouse({ number: '5', housing: 'корп. 2', building: 'стр.1', block: 'бл. 3' })).toBe(
    '5 к2 с1 блок 3',
  );
  expect(normaliseHouse({ number: '5 к2', housing: '2' })).toBe('5 к2');
  expect(normaliseHouse({ number: '5', housing: '', building: '0', block: '-' })).toBe('5');
  expect(normaliseHouse({ number: null, housing: '2' })).toBe('к2');
});

test('other houses are other texts', () => {
  const houses =
    '1, 11, 111, 1А, 1Б, 1В, 1B, 1/1, 1-1, 1 к1, 1 с1, 1 блок 1, 1 лит А, 1 корп А, 1 к11, 1 к1А, 1К, вл 1';
  const texts = houses.split(', ').map((text) => normaliseHouse(text));
  expect(new Set(texts).size).toBe(texts.length);
});

test('normalising a second time changes nothing', () => {
  const piece = fc.constantFrom(
    ...'5 05 А а A B b c С к к. корп. корпус 2 2А с стр. 1 / - \\ . , лит. литера бл. блок б/с бБ б вл. д. дом № 0 соор.'.split(
      ' ',
    ),
    ' ',
    '',
  );
  const anyText = fc.oneof(
    fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
    fc.string(),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        fc.array(piece).map((all) => `5${all.join('')}`),
        fc.array(piece).map((all) => all.join(' ')),
      ),
      (text) => {
        const once = normaliseHouse(text);
        expect(normaliseHouse(once)).toBe(once);
      },
    ),
    { numRuns: 1000 },
  );
});
