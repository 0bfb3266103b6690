import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactSummary } from './redact-summary.ts';

describe('a summary', () => {
  test.each<[string, unknown, unknown]>([
    [
      'plain facts',
      { method: 'POST', status: 200, ok: true, none: null },
      { method: 'POST', status: 200, ok: true, none: null },
    ],
    [
      'secrets by their names',
      { password: 'a', accessToken: 'b', Authorization: 'c', nested: { api_key: 'd' } },
      {
        password: '[redacted]',
        accessToken: '[redacted]',
        Authorization: '[redacted]',
        nested: { api_key: '[redacted]' },
      },
    ],
    ['a bearer token in a text', 'sent Bearer abc.def-1', 'sent Bearer [redacted]'],
    [
      'secrets in an address',
      'https://u:p@host/x?auth=abc&y=1',
      'https://[redacted]@host/x?auth=[redacted]&y=1',
    ],
    [
      'the path of a web hook',
      'https://p.example/rest/12/s3cr3t/crm.item.add',
      'https://p.example/rest/12/[redacted]/crm.item.add',
    ],
    [
      'phones, as text and as number',
      { to: '+7 (900) 000-12-34', owner: 79000001234 },
      { to: '*********34', owner: '*********34' },
    ],
    ['ids, which are no phones', { id: 1574870, at: 1690216032782 }, { id: 1574870, at: 1690216032782 }],
    [
      'an error, without its message',
      { error: new TypeError('for +79000001234') },
      { error: { name: 'TypeError' } },
    ],
    [
      'times, bytes, big numbers',
      [new Date(0), new Uint8Array(3), 5n],
      ['1970-01-01T00:00:00.000Z', '[3 bytes]', '5'],
    ],
    ['what JSON has no word for', { f: () => 1, u: undefined, n: Number.NaN }, { n: null }],
  ])('keeps or masks %s', (_name, given, kept) => {
    expect(redactSummary(given)).toEqual(kept);
  });

  test('is cut: long texts, long lists, deep objects, and all of it', () => {
    expect(redactSummary('x'.repeat(2_000))).toHaveLength(501);
    expect(redactSummary(Array.from({ length: 100 }, () => 1))).toHaveLength(31);
    expect(JSON.stringify(redactSummary({ a: { a: { a: { a: { a: { a: 1 } } } } } }))).toContain('[deeper]');
    const large = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`k${n}`, 'x'.repeat(400)]));
    expect(redactSummary(large)).toMatchObject({ cutFrom: expect.any(Number) });
  });

  test('ends for an object that contains itself', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(JSON.stringify(redactSummary(circle))).toContain('[deeper]');
  });

  test('never holds a phone or a secret, whatever it is put into, and stays small', () => {
    const secret = 's3cr3t-0123456789';
    const phone = fc.integer({ min: 0, max: 9_999 }).map((n) => `7900000${String(n).padStart(4, '0')}`);
    const text = fc.string({ maxLength: 900 });
    fc.assert(
      fc.property(text, phone, text, (before, number, after) => {
        const kept = JSON.stringify(
          redactSummary({
            [`${before.slice(0, 10)}.`]: `${before} ${number} ${after}`,
            password: secret,
            url: `/a?token=${secret}`,
          }),
        );
        expect(kept).not.toContain(number);
        expect(kept).not.toContain(secret);
        expect(kept.length).toBeLessThanOrEqual(4_200);
      }),
    );
  });
});
