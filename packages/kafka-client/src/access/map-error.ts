import { KafkaError, type KafkaErrorCode } from '../errors.ts';
import type { KafkaAccess } from './access.ts';

/** What the caller was doing: it makes the difference between "closed" and "wants a login". */
export interface ErrorContext {
  access: KafkaAccess;
  topic?: string;
  groupId?: string;
  unknownOutcome?: boolean;
  /** The broker has answered something on this connection before. */
  hasAnswered?: boolean;
}

/** By the protocol's own error names. */
const BY_TYPE: Readonly<Record<string, KafkaErrorCode>> = {
  SASL_AUTHENTICATION_FAILED: 'KAFKA_AUTHENTICATION_FAILED',
  UNSUPPORTED_SASL_MECHANISM: 'KAFKA_MECHANISM_UNSUPPORTED',
  GROUP_AUTHORIZATION_FAILED: 'KAFKA_GROUP_FORBIDDEN',
  INCONSISTENT_GROUP_PROTOCOL: 'KAFKA_GROUP_CONFLICT',
  TOPIC_AUTHORIZATION_FAILED: 'KAFKA_TOPIC_FORBIDDEN',
  UNKNOWN_TOPIC_OR_PARTITION: 'KAFKA_TOPIC_UNKNOWN',
  INVALID_TOPIC_EXCEPTION: 'KAFKA_TOPIC_UNKNOWN',
  MESSAGE_TOO_LARGE: 'KAFKA_RECORD_TOO_LARGE',
  RECORD_LIST_TOO_LARGE: 'KAFKA_RECORD_TOO_LARGE',
  REQUEST_TIMED_OUT: 'KAFKA_TIMEOUT',
};

/** By the codes of Node's sockets and TLS. */
const BY_CODE: Readonly<Record<string, KafkaErrorCode>> = {
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'KAFKA_CERTIFICATE_UNTRUSTED',
  UNABLE_TO_GET_ISSUER_CERT: 'KAFKA_CERTIFICATE_UNTRUSTED',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'KAFKA_CERTIFICATE_UNTRUSTED',
  SELF_SIGNED_CERT_IN_CHAIN: 'KAFKA_CERTIFICATE_UNTRUSTED',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'KAFKA_CERTIFICATE_UNTRUSTED',
  CERT_SIGNATURE_FAILURE: 'KAFKA_CERTIFICATE_UNTRUSTED',
  CERT_UNTRUSTED: 'KAFKA_CERTIFICATE_UNTRUSTED',
  CERT_HAS_EXPIRED: 'KAFKA_CERTIFICATE_INVALID',
  CERT_NOT_YET_VALID: 'KAFKA_CERTIFICATE_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'KAFKA_CERTIFICATE_INVALID',
  ERR_SSL_WRONG_VERSION_NUMBER: 'KAFKA_TLS_NOT_SPOKEN',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'KAFKA_TLS_NOT_SPOKEN',
  ECONNREFUSED: 'KAFKA_UNREACHABLE',
  ECONNRESET: 'KAFKA_UNREACHABLE',
  EPIPE: 'KAFKA_UNREACHABLE',
  EHOSTUNREACH: 'KAFKA_UNREACHABLE',
  ENETUNREACH: 'KAFKA_UNREACHABLE',
  ENOTFOUND: 'KAFKA_UNREACHABLE',
  EAI_AGAIN: 'KAFKA_UNREACHABLE',
  ETIMEDOUT: 'KAFKA_UNREACHABLE',
};

/** By kafkajs' error classes, for what has neither. */
const BY_NAME: Readonly<Record<string, KafkaErrorCode>> = {
  KafkaJSSASLAuthenticationError: 'KAFKA_AUTHENTICATION_FAILED',
  KafkaJSConnectionClosedError: 'KAFKA_UNREACHABLE',
  KafkaJSConnectionError: 'KAFKA_UNREACHABLE',
  KafkaJSBrokerNotFound: 'KAFKA_UNREACHABLE',
  KafkaJSNoBrokerAvailableError: 'KAFKA_UNREACHABLE',
  KafkaJSRequestTimeoutError: 'KAFKA_TIMEOUT',
  KafkaJSLockTimeout: 'KAFKA_TIMEOUT',
};

interface KafkajsFacts {
  name: string;
  type: string;
  code: string;
}

const textField = (error: Error, field: 'type' | 'code'): string => {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : '';
};

/** The protocol's name of what went wrong, when kafkajs knows it. */
export const protocolErrorType = (error: unknown): string =>
  error instanceof Error ? textField(error, 'type') : '';

/** The error and its causes, innermost last. */
function chain(error: unknown): KafkajsFacts[] {
  const facts: KafkajsFacts[] = [];
  const seen = new Set<unknown>();
  for (let at = error; at instanceof Error && !seen.has(at); at = at.cause) {
    seen.add(at);
    facts.push({ name: at.name, type: textField(at, 'type'), code: textField(at, 'code') });
  }
  return facts;
}

/** kafkajs' (and Node's) error in our words. */
export function mapError(error: unknown, context: ErrorContext): KafkaError {
  if (error instanceof KafkaError) return error;
  const facts = chain(error);
  const inner = facts.toReversed();
  const first = (table: Readonly<Record<string, KafkaErrorCode>>, field: keyof KafkajsFacts) =>
    inner.map((fact) => table[fact[field]]).find((code) => code !== undefined);
  const code =
    first(BY_TYPE, 'type') ??
    first(BY_CODE, 'code') ??
    closedWithoutReason(facts, context) ??
    first(BY_NAME, 'name') ??
    'KAFKA_FAILED';
  const detail =
    hintOfTls(facts, context) ?? (code.startsWith('KAFKA_GROUP') ? context.groupId : context.topic);
  return new KafkaError(code, {
    cause: error,
    ...(detail !== undefined && { detail }),
    ...(context.unknownOutcome !== undefined && { unknownOutcome: context.unknownOutcome }),
    meta: { kafkajs: facts[0]?.name ?? typeof error, type: inner[0]?.type ?? '', code: inner[0]?.code ?? '' },
  });
}

/** A port without TLS and a broker that is down behind a proxy look the same: no more than a hint. */
function hintOfTls(facts: KafkajsFacts[], { access, hasAnswered }: ErrorContext): string | undefined {
  if (!access.tls || hasAnswered !== false) return undefined;
  const isReset = facts.some(({ code }) => code === 'ECONNRESET');
  return isReset ? 'the connection broke before TLS was agreed: does this port speak TLS?' : undefined;
}

/**
 * A broker gives no reason when it closes: one that wants TLS closes at our first byte, one that wants a login
 * answers the greeting and closes at the first request.
 */
function closedWithoutReason(facts: KafkajsFacts[], context: ErrorContext): KafkaErrorCode | undefined {
  if (!facts.some((fact) => fact.name === 'KafkaJSConnectionClosedError')) return undefined;
  if (context.hasAnswered === undefined) return undefined;
  if (!context.hasAnswered) return context.access.tls ? undefined : 'KAFKA_TLS_REQUIRED';
  return context.access.sasl ? undefined : 'KAFKA_LOGIN_REQUIRED';
}
