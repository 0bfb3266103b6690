import { describe, expect, test } from 'vitest';
import { passwordProblem, readEmail, readPersonName } from './person-input.ts';

describe('an e-mail', () => {
  test.each([
    [' Anna@Example.ORG ', 'anna@example.org'],
    ['anna+work@example.org', 'anna+work@example.org'],
    ['анна@пример.рф', 'анна@пример.рф'],
  ])('%s is kept as %s', (given, kept) => {
    expect(readEmail(given)).toBe(kept);
  });

  test.each([
    '',
    'anna',
    'anna@',
    '@example.org',
    'a b@example.org',
    'a@b@c',
    `${'a'.repeat(250)}@b.org`,
    'a\0@b.org',
  ])('%j is none', (given) => {
    expect(readEmail(given)).toBeNull();
  });
});

describe('a password', () => {
  test('is refused when it is short, endless, or the e-mail', () => {
    expect(passwordProblem('x'.repeat(11), 'a@b.org')).toBe('TOO_SHORT');
    expect(passwordProblem('🙂'.repeat(11), 'a@b.org')).toBe('TOO_SHORT');
    expect(passwordProblem('x'.repeat(257), 'a@b.org')).toBe('TOO_LONG');
    expect(passwordProblem('Anna.Petrova@b.org', 'anna.petrova@b.org')).toBe('IS_EMAIL');
    expect(passwordProblem('anna.petrova', 'anna.petrova@b.org')).toBe('IS_EMAIL');
  });

  test('is taken with whatever signs', () => {
    for (const password of ['correct horse battery', 'лошадь батарея скрепка', '111111111112'])
      expect(passwordProblem(password, 'a@b.org')).toBeNull();
  });
});

test('a name is a few words', () => {
  expect(readPersonName('  Анна П. ')).toBe('Анна П.');
  for (const none of ['', '  ', 'x'.repeat(101), 'a\0']) expect(readPersonName(none)).toBeNull();
});
