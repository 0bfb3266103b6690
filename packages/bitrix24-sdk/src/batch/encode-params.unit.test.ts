import fc from 'fast-check';
import qs from 'qs';
import { expect, test } from 'vitest';
import { encodeParams } from './encode-params.ts';
import { reference } from './reference.ts';

const none = () => '';

test('whatever text comes in arrives as it was', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !/\$result/i.test(value));
  const key = fc.stringMatching(/^[A-Za-z_>=@!%]{1,8}$/);
  fc.assert(
    fc.property(
      fc.dictionary(key, fc.dictionary(key, text, { minKeys: 1, noNullPrototype: true }), {
        minKeys: 1,
        noNullPrototype: true,
      }),
      (params) => {
        const { query = '' } = encodeParams(params, none);
        expect(
          qs.parse(query, { depth: 5, parameterLimit: 10_000, plainObjects: false, allowPrototypes: true }),
        ).toEqual(params);
        expect(query).toMatch(/^[\w%=&.~!'()*-]*$/);
      },
    ),
  );
});

test('lists have numbers, dates their text, and what is undefined is not there', () => {
  const params = { id: 7, list: ['a', { b: 2n }], at: new Date(0), gone: undefined };
  const { query = '' } = encodeParams(params, none);
  expect(decodeURIComponent(query)).toBe('id=7&list[0]=a&list[1][b]=2&at=1970-01-01T00:00:00.000Z');
  expect(encodeParams({}, none)).toEqual({ query: '' });
});

test('a reference is what it is resolved to, encoded once', () => {
  const { query = '' } = encodeParams(
    { fields: { contactId: reference('contact', 'item', 'id') } },
    ({ name, path }) => `$result[${[name, ...path].join('][')}]`,
  );
  expect(query).toBe('fields%5BcontactId%5D=%24result%5Bcontact%5D%5Bitem%5D%5Bid%5D');
});

test.each([
  ['null', { a: { b: null } }, 'a.b: '],
  ['an empty list', { a: [] }, 'a: '],
  ['a list of what is not there', { a: [undefined] }, 'a: '],
  ['false', { a: [false] }, 'a.0: '],
  ['no number', { a: Number.NaN }, 'a: '],
  ['a function', { a: () => 1 }, 'a: '],
  ['the text of a reference', { a: 'x $result[c00][ID]' }, 'a: '],
  ['the text of a reference, encoded', { a: '$result%5Bc00%5D' }, 'a: '],
])('%s is refused', (_, params, problem) => {
  const { problems, query } = encodeParams(params, none);
  expect(query).toBeUndefined();
  expect(problems).toEqual([expect.stringContaining(problem)]);
});
