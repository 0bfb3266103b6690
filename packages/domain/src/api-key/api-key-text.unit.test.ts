import { describe, expect, test } from 'vitest';
import { formatApiKey, hashSecret, isSecretOf, newApiKey, parseApiKey } from './api-key-text.ts';

describe('the text of an API key', () => {
  test.each(['dev', 'live'] as const)('of %s is read as it was written', (environment) => {
    const parts = newApiKey(environment);
    expect(parseApiKey(formatApiKey(parts))).toEqual(parts);
    expect(formatApiKey(parts)).toMatch(new RegExp(`^dmv_${environment}_[0-9a-f]{12}_[0-9a-f]{48}$`));
  });

  test.each([
    '',
    'dmv_',
    'dmv_dev_abc_def',
    `dmv_test_${'a'.repeat(12)}_${'b'.repeat(48)}`,
    'x'.repeat(1_000_000),
  ])('is refused without a look into the database when it is no key', (text) => {
    expect(parseApiKey(text)).toBeNull();
  });

  test('never repeats', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => newApiKey('dev').secret)).size).toBe(1_000);
  });

  test('is believed by its secret alone', () => {
    const { secret } = newApiKey('dev');
    expect(isSecretOf(hashSecret(secret), secret)).toBe(true);
    expect(isSecretOf(hashSecret(secret), newApiKey('dev').secret)).toBe(false);
    expect(isSecretOf('', secret)).toBe(false);
  });
});
