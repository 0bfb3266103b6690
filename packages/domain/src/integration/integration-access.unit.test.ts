import { randomBytes } from 'node:crypto';
import { createSecretBox } from '@domovoy/store';
import { describe, expect, test } from 'vitest';
import { integrationAccess, type StoredIntegration } from './integration-access.ts';
import { integrationIdentity } from './integration-identity.ts';

const box = createSecretBox(randomBytes(32));
const config = { brokers: ['kafka:443'], groupId: 'contract-7', saslUsername: 'operator' };

function stored(overrides: Partial<StoredIntegration> = {}): StoredIntegration {
  const identity = { id: 7n, companyId: 1n, kind: 'rosdomofon' as const };
  const secrets = box.seal(JSON.stringify({ saslPassword: 'hunter2' }), integrationIdentity(identity));
  return { ...identity, config, secrets, ...overrides };
}

describe('the access of a stored integration', () => {
  test('is its configuration with the secret opened', () => {
    expect(integrationAccess(stored(), box)).toEqual({
      groupId: 'contract-7',
      kafka: {
        brokers: ['kafka:443'],
        tls: true,
        sasl: { mechanism: 'scram-sha-512', username: 'operator', password: 'hunter2' },
      },
      rest: null,
    });
  });

  test('has REST beside Kafka, with a password of its own', () => {
    const rest = { url: 'https://rosdomofon.example', username: 'rest-operator' };
    const both = stored({ config: { ...config, rest } });
    const secrets = box.seal(
      JSON.stringify({ saslPassword: 'hunter2', restPassword: 'hunter3' }),
      integrationIdentity(both),
    );
    expect(integrationAccess({ ...both, secrets }, box).rest).toEqual({ ...rest, password: 'hunter3' });
    expect(() => integrationAccess(both, box)).toThrow(/the user of REST has no password/);
  });

  test('may need no secret', () => {
    const plain = stored({ config: { brokers: ['kafka:9092'], groupId: 'g', tls: false }, secrets: null });
    expect(integrationAccess(plain, null)).toEqual({
      groupId: 'g',
      kafka: { brokers: ['kafka:9092'], tls: false },
      rest: null,
    });
  });

  test.each([
    ['the key is not set', stored(), null, 'ENCRYPTION_KEY_MISSING'],
    ['the key is another one', stored(), createSecretBox(randomBytes(32)), 'ENCRYPTION_KEY_WRONG'],
    ['the secret is of another integration', stored({ id: 8n }), box, 'INTEGRATION_SECRET_DAMAGED'],
    ['the password is missing', stored({ secrets: null }), box, 'INTEGRATION_CONFIG_INVALID'],
    [
      'the configuration is no configuration',
      stored({ config: { brokers: [] } }),
      box,
      'INTEGRATION_CONFIG_INVALID',
    ],
  ])('is refused with a code when %s', (_name, integration, encryption, code) => {
    expect(() => integrationAccess(integration, encryption)).toThrow(
      expect.objectContaining({ code, retryable: false, message: expect.not.stringContaining('hunter2') }),
    );
  });
});
