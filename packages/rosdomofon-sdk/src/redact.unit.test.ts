import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from './redact.ts';

const redactor = (secrets: string[] = [], hidePhones = true) =>
  createRedactor({ secrets: () => secrets, hidePhones });

test('a secret is hidden wherever it stands and however it is written', () => {
  fc.assert(
    fc.property(
      fc
        .string({ minLength: 6 })
        .filter((secret) => !'[hidden]'.includes(secret) && secret.trim().length > 5),
      fc.string(),
      fc.string(),
      (secret, before, after) => {
        const redact = redactor([secret]);
        for (const written of [secret, encodeURIComponent(secret), JSON.stringify(secret)])
          expect(redact(`${before} ${written} ${after}`)).not.toContain(secret);
      },
    ),
  );
});

describe('without knowing the secret', () => {
  test.each([
    'Authorization: Bearer abc.def-ghi',
    'basic abcdefghij==',
    'access_token=abcdefgh&x=1',
    '{"refresh_token":"abcdefgh"}',
    'password=abcdefgh',
    'sms_code: abcdefgh',
  ])('%s', (text) => {
    expect(redactor()(text)).not.toMatch(/abc/);
  });
});

describe('a phone is hidden:', () => {
  test.each(['79000000001', '+79000000001', '89000000001', '+7 (900) 000-00-01', '8 900 000 00 01'])(
    '%s',
    (phone) => {
      expect(redactor()(`Phone ${phone} is taken`)).toBe('Phone [hidden] is taken');
      expect(redactor([], false)(`Phone ${phone} is taken`)).toContain(phone);
    },
  );
});

test.each(['account 904154', 'uid 1690216032782', 'entrance 27222, flats 1-36', '790000000011'])(
  '%s is left as it is',
  (text) => {
    expect(redactor(['se'])(text)).toBe(text);
  },
);
