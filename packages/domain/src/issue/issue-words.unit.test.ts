import { expect, test } from 'vitest';
import { CONNECTION_TROUBLES } from '../integration/bitrix24/connection-trouble.ts';
import { issueWords } from './issue-words.ts';

const UNKNOWN = issueWords('delivery', 'LATER_CODE', 'en').message;

/** As the SDKs, the Kafka client and the handlers give them. */
const KNOWN = [
  ...Object.keys(CONNECTION_TROUBLES),
  'ROSDOMOFON_CONNECTION',
  'ROSDOMOFON_TIMEOUT',
  'ROSDOMOFON_SERVER',
  'ROSDOMOFON_RATE_LIMIT',
  'ROSDOMOFON_AUTHENTICATION',
  'ROSDOMOFON_CREDENTIALS_REFUSED',
  'ROSDOMOFON_FORBIDDEN',
  'ROSDOMOFON_REJECTED',
  'ROSDOMOFON_CONFLICT',
  'ROSDOMOFON_NOT_FOUND',
  'ROSDOMOFON_RESPONSE_INVALID',
  'BITRIX24_CONNECTION',
  'BITRIX24_TIMEOUT',
  'BITRIX24_SERVER',
  'BITRIX24_RATE_LIMIT',
  'BITRIX24_OPERATING_LIMIT',
  'BITRIX24_AUTHENTICATION',
  'BITRIX24_REAUTHORISE',
  'BITRIX24_TOKEN_EXPIRED',
  'BITRIX24_FORBIDDEN',
  'BITRIX24_API',
  'BITRIX24_NOT_FOUND',
  'BITRIX24_RESPONSE_INVALID',
  'KAFKA_UNREACHABLE',
  'KAFKA_TIMEOUT',
  'KAFKA_AUTHENTICATION_FAILED',
  'KAFKA_TOPIC_FORBIDDEN',
  'KAFKA_RECORD_REFUSED',
  'KAFKA_RECORD_TOO_LARGE',
  'INTEGRATION_CONFIG_INVALID',
  'LEASE_EXPIRED',
  'ATTEMPTS_SPENT',
  'RECIPIENT_REFUSED',
  'ACCOUNT_NUMBER_TAKEN',
  'CONTACT_MISSING',
  'DEAL_MISSING',
  'PLAN_INCOMPLETE',
  'HANDLER_FAILED',
  'SETTLING_REFUSED',
];

test.each([...KNOWN, 'LATER_CODE', ''])('%s is told in both languages, with what to do', (code) => {
  for (const words of [issueWords('delivery', code, 'ru'), issueWords('event', code, 'ru')]) {
    expect(words.message).toMatch(/[а-я]{3}.*\.$/);
    expect(words.advice).toMatch(/[а-я]{3}.*\.$/);
  }
  for (const words of [issueWords('delivery', code, 'en'), issueWords('event', code, 'en')]) {
    expect(words.message).toMatch(/^[^а-я]+\.$/);
    expect(words.advice).toMatch(/^[^а-я]+\.$/);
  }
});

test.each(KNOWN)('%s is known by name', (code) => {
  expect(issueWords('delivery', code, 'en').message).not.toBe(UNKNOWN);
});
