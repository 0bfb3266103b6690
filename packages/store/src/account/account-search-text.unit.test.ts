import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compact, piecesOf, readAccountSearch } from './account-search-text.ts';

const phone = (...fragments: string[]) => ({ fragments, words: [] });

test.each([
  // A whole phone is one fragment, whatever stands between its digits.
  ['79000000012', [phone('79000000012')]],
  ['+7 (900) 000-00-12', [phone('79000000012')]],
  ['8 900 000 00 12', [phone('89000000012')]],
  ['9000000012', [phone('9000000012')]],
  // Parts of four digits and more.
  ['0012', [phone('0012')]],
  ['00-12', [phone('0012'), { fragments: [], words: ['00', '12'] }]],
  // Fewer are a house or a flat.
  ['12', [{ fragments: [], words: ['12'] }]],
  ['100 7', [phone('1007'), { fragments: [], words: ['100', '7'] }]],
  // Account numbers with letters and signs.
  [
    'ЛС-00123',
    [phone('лс00123'), { fragments: ['00123'], words: ['лс'] }, { fragments: [], words: ['лс', '00123'] }],
  ],
  // Addresses, with a phone in the middle of them.
  ['ул. Ташкентская, д. 100', [phone('улташкентскаяд100'), { fragments: [], words: ['ташкентская', '100'] }]],
  [
    'Мира 5 +7 900 000-00-12 Шуя',
    [phone('мира579000000012шуя'), { fragments: ['79000000012'], words: ['мира', '5', 'шуя'] }],
  ],
  // Four digits beside a street may be a house.
  [
    'Мира 1007',
    [phone('мира1007'), { fragments: ['1007'], words: ['мира'] }, { fragments: [], words: ['мира', '1007'] }],
  ],
  ['Мира', [{ fragments: [], words: ['мира'] }]],
  ['', []],
  [' ул. , -', []],
])('%j is read as %j', (text, readings) => {
  expect(readAccountSearch(text)).toEqual(readings);
});

test('a house before a phone without its 7 is not taken for a part of the phone', () => {
  expect(readAccountSearch('Мира 100 900 000 00 12')).toContainEqual({
    fragments: ['9000000012'],
    words: ['мира', '100'],
  });
});

test('whatever is typed, fragments are plain enough to stand in a pattern', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const { fragments, words } of readAccountSearch(text)) {
        expect(fragments.length + words.length).toBeGreaterThan(0);
        for (const part of fragments) expect(part).toMatch(/^[\p{L}\p{N}]{4,30}$/u);
        for (const word of words) expect(word).toMatch(/^(\p{L}+|\p{N}+)$/u);
      }
    }),
  );
});

test('pieces follow one another, four characters each', () => {
  expect(piecesOf('790001')).toEqual(['7900', '9000', '0001']);
  expect(piecesOf('1007')).toEqual(['1007']);
  expect(compact('ЛС № 00-123')).toBe('лс00123');
});
