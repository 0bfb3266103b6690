import { CompanyShortName, messagesIn } from '@domovoy/models';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decodeRecord, hashRecord } from './decode-record.ts';

const anything = { name: 'T', kind: 'anything', schema: z.unknown() };
const messages = messagesIn(CompanyShortName.parse('demo'));
const record = (value: string | Buffer | null, timestampMs = 0) => ({
  timestampMs,
  value: typeof value === 'string' ? Buffer.from(value) : value,
});
const reasonOf = (
  value: string | Buffer | null,
  definition: typeof anything | typeof messages = messages,
) => {
  const decoded = decodeRecord(definition, record(value));
  return decoded.ok ? undefined : decoded.reason;
};
const event = (message: unknown) => JSON.stringify({ fromAbonent: { id: 7, phone: 79000000001 }, message });

describe('decodeRecord', () => {
  it('gives the event, the text as it came and the hash', () => {
    const text = event('привет');
    expect(decodeRecord(messages, record(text, 5))).toMatchObject({
      ok: true,
      event: { fromAbonent: { id: 7 }, message: 'привет', channel: 'support' },
      payload: text,
      hash: hashRecord(record(text, 5)),
    });
  });

  it.each<[string, string | Buffer | null, RegExp]>([
    ['null', null, /null/],
    ['empty', '', /empty/],
    ['invalid UTF-8', Buffer.from([0x7b, 0xc3, 0x28, 0x7d]), /UTF-8/],
    ['no JSON', 'hello', /not valid JSON \(5 bytes\)/],
    ['cut JSON', '{"a":', /not valid JSON/],
    ['a byte order mark', '\uFEFF{}', /not valid JSON/],
    ['65 levels', '['.repeat(65) + ']'.repeat(65), /deeper than 64/],
    ['a million brackets', '['.repeat(1_000_000), /deeper than 64/],
    ['another type', '[]', /the value: /],
    ['a missing field', '{}', /fromAbonent: /],
    ['a wrong field deep inside', '{"fromAbonent":{"id":"x","phone":79000000001}}', /fromAbonent\.id: /],
    ['U+0000 in a text', event('a\0b'), /^message: contains the character U\+0000/],
    ['U+0000 in a name', '{"a\\u0000":1}', /U\+0000/],
  ])('tells what is wrong with %s', (_name, value, reason) => {
    expect(reasonOf(value)).toMatch(reason);
  });

  it('reads 64 levels, and brackets inside of texts count for nothing', () => {
    expect(reasonOf('['.repeat(64) + ']'.repeat(64), anything)).toBeUndefined();
    expect(reasonOf(JSON.stringify('[{"\\'.repeat(500)), anything)).toBeUndefined();
  });

  it('a backslash before u0000 that is itself escaped is no U+0000', () => {
    expect(reasonOf(event(String.raw`\u0000`))).toBeUndefined();
  });

  it('never tells what the value holds: it may be a phone number', () => {
    const secret = '79000000001';
    for (const value of [
      `{"phone":${secret}`,
      `${secret}x`,
      `{"fromAbonent":{"id":"${secret}","phone":"${secret}9"}}`,
    ])
      expect(reasonOf(value)).not.toContain(secret);
  });

  it('lists at most five problems', () => {
    const schema = z.object(Object.fromEntries('abcdefgh'.split('').map((name) => [name, z.string()])));
    const decoded = decodeRecord({ name: 'T', kind: 'many', schema }, record('{}'));
    expect(decoded).toMatchObject({ ok: false, reason: expect.stringMatching(/^a: .*; e: .*; and 3 more$/) });
  });

  it('keeps the raw value of what it refuses', () => {
    const value = Buffer.from([0xff, 0x00]);
    expect(decodeRecord(messages, record(value))).toMatchObject({ ok: false, raw: value });
  });

  it('never throws, and decodes every JSON value back to itself', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'medium' }), (json) => {
        const decoded = decodeRecord(anything, record(JSON.stringify(json)));
        if (!decoded.ok) return;
        expect(decoded.event).toEqual(JSON.parse(JSON.stringify(json)));
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeRecord(messages, record(Buffer.from(bytes)));
        expect(decoded.ok || decoded.reason.length > 0).toBe(true);
      }),
    );
  });
});

describe('hashRecord', () => {
  it('is an unsigned CRC-32 that differs by value and by timestamp', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.integer({ min: -1, max: 2 ** 45 }), (bytes, timestampMs) => {
        const hash = hashRecord({ value: Buffer.from(bytes), timestampMs });
        expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true);
        expect(hashRecord({ value: Buffer.from(bytes), timestampMs: timestampMs + 1 })).not.toBe(hash);
        expect(hashRecord({ value: Buffer.from([...bytes, 1]), timestampMs })).not.toBe(hash);
      }),
    );
  });

  it('CRC-32 of nothing and an empty value differ in nothing: both are dead records', () => {
    expect(hashRecord(record(null))).toBe(hashRecord(record('')));
  });
});
