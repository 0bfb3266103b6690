import { describe, expect, test } from 'vitest';
import { escapeBbCode, plainText, splitSignature } from './bb-code.ts';

describe('what an operator wrote', () => {
  test.each([
    ['[b]Срочно[/b] до [i]завтра[/i]', 'Срочно до завтра'],
    ['строка[br]вторая[BR]третья', 'строка\nвторая\nтретья'],
    ['[url=https://example.org/a]сайт[/url]', 'сайт (https://example.org/a)'],
    ['[url=https://example.org]https://example.org[/url]', 'https://example.org'],
    ['[url]https://example.org[/url]', 'https://example.org'],
    ['[user=7]Иван[/user], посмотрите', 'Иван, посмотрите'],
    ['кв. [12] и [не тег]', 'кв. [12] и [не тег]'],
    ['', ''],
  ])('%j becomes %j', (given, text) => {
    expect(plainText(given)).toBe(text);
  });

  test('is told apart from the name that the portal writes before it', () => {
    expect(splitSignature('[b]Анна Петрова:[/b] [br]Здравствуйте!')).toEqual({
      name: 'Анна Петрова',
      text: 'Здравствуйте!',
    });
    expect(splitSignature('[b]Важно[/b] прочтите')).toEqual({ name: null, text: '[b]Важно[/b] прочтите' });
  });
});

test('brackets of a person come back as they were', () => {
  const text = 'код [b]123[/b] и [url=x]';
  expect(escapeBbCode(text)).not.toContain('[');
  expect(plainText(escapeBbCode(text))).toBe(text);
});
