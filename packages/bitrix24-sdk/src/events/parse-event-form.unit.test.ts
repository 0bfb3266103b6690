import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEventForm } from './parse-event-form.ts';

const plain = (form: string) => JSON.parse(JSON.stringify(parseEventForm(form))) as unknown;

test('a list with gaps keeps its indices', () => {
  expect(plain('a[0]=x&b[567][id]=1&c[0][0]=1&c[0][1]=2')).toEqual({
    a: ['x'],
    b: { 567: { id: '1' } },
    c: [['1', '2']],
  });
});

test("brackets, PHP's lists, plus signs and the last of several", () => {
  expect(plain('a[b][c]=1&l[]=x&l[]=y&m[0][id]=7&m[1][id]=8&t=a+b%2Bc&d=1&d=2&e=')).toEqual({
    a: { b: { c: '1' } },
    l: ['x', 'y'],
    m: [{ id: '7' }, { id: '8' }],
    t: 'a b+c',
    d: '2',
    e: '',
  });
});

describe('nobody can pollute a prototype', () => {
  test.each([
    '__proto__[polluted]=1',
    'constructor[prototype][polluted]=1',
    'a[__proto__][polluted]=1',
    'a[constructor][prototype][polluted]=1',
    'a[]=1&a[__proto__][polluted]=1',
    'a=1&a[__proto__][polluted]=1',
    '%5F_proto__[polluted]=1',
  ])('by %s', (form) => {
    const parsed = parseEventForm(form);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(([] as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(parsed)).toBeNull();
    expect(parsed['polluted']).toBeUndefined();
  });
});

describe('refused is', () => {
  const invalid = expect.objectContaining({ code: 'BITRIX24_EVENT_INVALID' }) as Error;

  test('more bytes than an event has', () => {
    expect(() => parseEventForm(`a=${'x'.repeat(300_000)}`)).toThrow(invalid);
    expect(() => parseEventForm(`a=${'й'.repeat(60)}`, { maxBytes: 100 })).toThrow(invalid);
  });

  test('more depth', () => {
    expect(() => parseEventForm(`a${'[b]'.repeat(11)}=1`)).toThrow(invalid);
  });

  test('more fields', () => {
    expect(() => parseEventForm(Array.from({ length: 2_001 }, (_, at) => `a${at}=1`).join('&'))).toThrow(
      invalid,
    );
    expect(() => parseEventForm('a[]=1&a[]=1&a[]=1', { maxFields: 2 })).toThrow(invalid);
  });

  test('but an index as large as memory only makes no list', () => {
    expect(plain('a[4294967294]=1')).toEqual({ a: { 4294967294: '1' } });
  });
});

test('whatever comes, it is read or refused, and nothing else happens', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom('[', ']', '[]', '=', '&', '%', '%5B', '__proto__', 'constructor', 'a', '[0]', '+'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      try {
        parseEventForm(pieces.join(''));
      } catch (error) {
        expect(error).toMatchObject({ code: 'BITRIX24_EVENT_INVALID' });
      }
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
  );
});
