import { describe, expect, it } from 'vitest';
import { KAFKA_ERROR_CODES, KafkaError } from '../errors.ts';
import { mapError } from './map-error.ts';

const access = { brokers: ['h:1'] };
const failure = (fields: { name?: string; type?: string; code?: unknown }, cause?: Error) =>
  Object.assign(new Error('whatever it says', { cause }), fields);

describe('mapError', () => {
  it.each([
    [{ type: 'TOPIC_AUTHORIZATION_FAILED' }, 'KAFKA_TOPIC_FORBIDDEN'],
    [{ type: 'GROUP_AUTHORIZATION_FAILED' }, 'KAFKA_GROUP_FORBIDDEN'],
    [{ type: 'SASL_AUTHENTICATION_FAILED', code: 58 }, 'KAFKA_AUTHENTICATION_FAILED'],
    [{ type: 'UNSUPPORTED_SASL_MECHANISM', code: 33 }, 'KAFKA_MECHANISM_UNSUPPORTED'],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'KAFKA_CERTIFICATE_UNTRUSTED'],
    [{ code: 'CERT_HAS_EXPIRED' }, 'KAFKA_CERTIFICATE_INVALID'],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'KAFKA_CERTIFICATE_INVALID'],
    [{ code: 'ENOTFOUND' }, 'KAFKA_UNREACHABLE'],
    [{ name: 'KafkaJSRequestTimeoutError' }, 'KAFKA_TIMEOUT'],
    [{ name: 'SomethingNew' }, 'KAFKA_FAILED'],
  ])('%o is %s', (fields, code) => {
    expect(mapError(failure(fields), { access }).code).toBe(code);
    expect(
      mapError(failure({ name: 'KafkaJSNumberOfRetriesExceeded' }, failure(fields)), { access }).code,
    ).toBe(code);
  });

  it('survives an error that is its own cause, and things that are no errors', () => {
    const endless = failure({});
    endless.cause = endless;
    expect(mapError(endless, { access }).code).toBe('KAFKA_FAILED');
    expect(mapError('text', { access }).code).toBe('KAFKA_FAILED');
    expect(mapError(undefined, { access }).code).toBe('KAFKA_FAILED');
  });

  it('a closed connection means a missing login only where nothing ever worked and none was given', () => {
    const closed = failure({ name: 'KafkaJSConnectionClosedError' });
    const sasl = { mechanism: 'plain', username: 'u', password: 'p' } as const;
    expect(mapError(closed, { access, hasAnswered: true }).code).toBe('KAFKA_LOGIN_REQUIRED');
    expect(mapError(closed, { access, hasAnswered: false }).code).toBe('KAFKA_TLS_REQUIRED');
    expect(mapError(closed, { access }).code).toBe('KAFKA_UNREACHABLE');
    expect(mapError(closed, { access: { ...access, sasl }, hasAnswered: true }).code).toBe(
      'KAFKA_UNREACHABLE',
    );
    expect(mapError(closed, { access: { ...access, tls: true }, hasAnswered: false }).code).toBe(
      'KAFKA_UNREACHABLE',
    );
  });

  it('leaves our own errors as they are', () => {
    const own = new KafkaError('KAFKA_CLOSED');
    expect(mapError(own, { access })).toBe(own);
  });

  it('every code has a text that is a sentence', () => {
    for (const code of KAFKA_ERROR_CODES) expect(code, 'codes begin alike').toMatch(/^KAFKA_[A-Z_]+$/);
    expect(new KafkaError('KAFKA_TOPIC_UNKNOWN', { detail: 'SIGN_UPS_x' }).message).toMatch(
      /\(SIGN_UPS_x\)$/,
    );
  });
});
