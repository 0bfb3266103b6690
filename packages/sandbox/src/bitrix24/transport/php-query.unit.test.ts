import { describe, expect, test } from 'vitest';
import { parsePhpQuery, phpArray } from './php-query.ts';

describe('a query with brackets', () => {
  test.each([
    ['a=1&b=', { a: '1', b: '' }],
    ['a', { a: '' }],
    ['', {}],
    ['filter[>ID]=5&filter[%3E%3DID]=6', { filter: { '>ID': '5', '>=ID': '6' } }],
    ['select[]=ID&select[]=NAME', { select: ['ID', 'NAME'] }],
    ['select[0]=ID&select[1]=NAME', { select: ['ID', 'NAME'] }],
    ['select[]=', { select: [''] }],
    ['a[1]=x&a[0]=y', { a: { 0: 'y', 1: 'x' } }],
    [
      'fields[PHONE][0][VALUE]=%2B7900&fields[PHONE][0][VALUE_TYPE]=WORK',
      { fields: { PHONE: [{ VALUE: '+7900', VALUE_TYPE: 'WORK' }] } },
    ],
    ['a=1&a=2', { a: '2' }],
    ['a=b+c%20d', { a: 'b c d' }],
    ['a=100%', { a: '100%' }],
    ['a[b=1', { 'a[b': '1' }],
    ['&a=1&&', { a: '1' }],
    ['a=x=y', { a: 'x=y' }],
  ])('%s', (query, expected) => {
    expect(parsePhpQuery(query)).toEqual(expected);
  });

  test('keeps the id that a key is, where other parsers make a list of one element of it', () => {
    expect(parsePhpQuery('fm[15][value]=1')).toEqual({ fm: { 15: { value: '1' } } });
  });

  test('nested without end has an end', () => {
    expect(JSON.stringify(parsePhpQuery(`a${'[b]'.repeat(5000)}=1`)).length).toBeLessThan(500);
  });

  test('cannot reach the prototype', () => {
    parsePhpQuery('__proto__[x]=1&constructor[prototype][x]=1');
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

test.each([
  [[], '[]'],
  [
    [
      ['0', 'a'],
      ['1', 'b'],
    ],
    '["a","b"]',
  ],
  [
    [
      ['1', 'a'],
      ['2', 'b'],
    ],
    '{"1":"a","2":"b"}',
  ],
  [[['c0', 1]], '{"c0":1}'],
] as const)('what PHP writes for %j: %s', (entries, text) => {
  expect(JSON.stringify(phpArray<unknown>(entries))).toBe(text);
});
