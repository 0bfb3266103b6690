import { expect, test } from 'vitest';
import { addressWords } from './address-words.ts';

test.each([
  ['Иваново, Ташкентская, 100', ['иваново', 'ташкентская', '100']],
  ['г. Орёл, ул. Артёма, д. 12к1, под. 2', ['орел', 'артема', '12', '1', '2']],
  ['12/1  12', ['12', '1']],
  ['ул., д.', []],
  ['', []],
])('%j is found by %j', (text, words) => {
  expect(addressWords(text)).toEqual(words);
});
