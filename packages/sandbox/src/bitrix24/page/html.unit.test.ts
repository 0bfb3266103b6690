import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bbCode } from './bb-code.ts';
import { html } from './html.ts';
import { wordsFor } from './words.ts';

test('whatever is put into a page is text, in a tag or between two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { source } = html`<a title="${text}">${text}</a>`;
      expect(source.slice(0, 10)).toBe('<a title="');
      expect(source.match(/[<>"']/g)).toEqual(['<', '"', '"', '>', '<', '>']);
    }),
  );
  expect(html`${'<b>&amp;'}`.source).toBe('&lt;b&gt;&amp;amp;');
});

test('nothing is nothing, a list is its parts, and pieces of pages stay as they are', () => {
  expect(html`${null}${undefined}${false}${0}${['a', html`<b>${'<'}</b>`]}`.source).toBe('0a<b>&lt;</b>');
});

test('text that turns around what follows it is shown as what it is', () => {
  expect(html`${'a\u202eb'}`.source).toBe('a\ufffdb');
});

test('BB-code becomes bold letters and line ends, and nothing of what is written becomes markup', () => {
  expect(bbCode('[b]Имя:[/b] [br]да [url=javascript:x]нет[/url] <i>').source).toBe(
    '<b>Имя:</b> <br>да [url=javascript:x]нет[/url] &lt;i&gt;',
  );
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('[b]', '[/b]', '[i]', '[/i]', '[br]', '<script>', '"', 'x') }),
      (text) => {
        expect(bbCode(text).source.replaceAll(/<\/?[bius]>|<br>/g, '')).not.toMatch(/[<>"]/);
      },
    ),
  );
});

test.each([
  [undefined, undefined, 'ru'],
  [undefined, 'en', 'en'],
  [undefined, 'de,fr', 'ru'],
  [undefined, 'en;q=0.1,ru;q=0.9', 'ru'],
  ['en', 'ru', 'en'],
  ['xx', 'en-GB', 'en'],
])('?lang=%s with %s is in %s', (wish, accepted, lang) => {
  expect(wordsFor(wish, accepted).lang).toBe(lang);
});
