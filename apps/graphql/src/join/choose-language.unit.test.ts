import { expect, it } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

it.each([
  [undefined, undefined, 'en'],
  [undefined, 'ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
  [undefined, 'en;q=0.3, RU;q=0.7', 'ru'],
  [undefined, 'de, fr;q=0.9', 'en'],
  [undefined, 'ru;q=0, de', 'en'],
  [undefined, ';;q=x,,', 'en'],
  ['en', 'ru', 'en'],
  ['ru', 'en', 'ru'],
  ['<script>', 'ru', 'ru'],
])('the address says %o, the browser %o: the page is in %s', (wish, accepted, language) => {
  expect(chooseLanguage(wish, accepted)).toBe(language);
});
