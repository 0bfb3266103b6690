import fc from 'fast-check';
import { expect, test } from 'vitest';
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

test.each([
  'https://portal.example/rest/1/abcdefgh/profile',
  '/rest/api/12/abcdefgh/tasks.task.get failed',
  '<a href="/rest/1/abcdefgh">',
  'access_token=abcdefgh&x=1',
  '{"refresh_token":"abcdefgh"}',
  '{\\"auth\\":\\"abcdefgh\\"}',
  'client_secret: abcdefgh',
  'application_token=abcdefgh',
])('without being known, the secret of %s is hidden', (text) => {
  expect(redactor()(text)).not.toContain('abcdefgh');
});

test('phones are hidden, unless they are wanted', () => {
  const text = 'of +7 900 000-00-01 and 79000000002';
  expect(redactor()(text)).toBe('of [hidden] and [hidden]');
  expect(redactor([], false)(text)).toBe(text);
});

test('what is no secret stays', () => {
  const text = "Parameter 'fields' must be array; error code: ";
  expect(redactor()(text)).toBe(text);
});
