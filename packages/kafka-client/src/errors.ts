import { DomovoyError } from '@domovoy/models';

/** Every code, what it means in plain words, and whether the same thing may work later without a person. */
const CODES = {
  KAFKA_AUTHENTICATION_FAILED: {
    retryable: false,
    text: 'The Kafka broker refused the login. Check the user name and the password (sasl.username, sasl.password) and that the user exists on this cluster.',
  },
  KAFKA_MECHANISM_UNSUPPORTED: {
    retryable: false,
    text: 'The Kafka broker does not offer this login mechanism. Ask its operator which one to use and set sasl.mechanism.',
  },
  KAFKA_LOGIN_REQUIRED: {
    retryable: false,
    text: 'The Kafka broker accepts the connection and closes it at the first request: it expects a login. Give sasl (mechanism, username, password).',
  },
  KAFKA_TLS_REQUIRED: {
    retryable: false,
    text: 'The Kafka broker closes unencrypted connections before it answers: it expects TLS. Give tls: true, or tls: { ca } with the certificate of its authority.',
  },
  KAFKA_TLS_NOT_SPOKEN: {
    retryable: false,
    text: 'The Kafka broker does not answer in TLS on this port. Leave tls out, or use the port of its TLS listener.',
  },
  KAFKA_CERTIFICATE_UNTRUSTED: {
    retryable: false,
    text: 'The certificate of the Kafka broker is signed by an authority that this machine does not know. Give the CA file that the operator handed out: tls: { ca }.',
  },
  KAFKA_CERTIFICATE_INVALID: {
    retryable: false,
    text: 'The certificate of the Kafka broker is expired, not valid yet, or made for another host name. Check the broker address and the clock; else tell the operator of the broker.',
  },
  KAFKA_GROUP_FORBIDDEN: {
    retryable: false,
    text: 'This user may not read with this consumer group. Use exactly the group id that the contract with the operator of the broker names.',
  },
  KAFKA_GROUP_CONFLICT: {
    retryable: true,
    text: 'Another program uses this consumer group in a way that excludes us (another protocol). Stop it, or use another group id.',
  },
  KAFKA_TOPIC_FORBIDDEN: {
    retryable: false,
    text: 'This user may not use this topic. Ask the operator of the broker for access to it, or take it out of the list.',
  },
  KAFKA_TOPIC_UNKNOWN: {
    retryable: false,
    text: 'The Kafka broker has no such topic. Check the spelling (company short name) or ask the operator of the broker to create it.',
  },
  KAFKA_UNREACHABLE: {
    retryable: true,
    text: 'No Kafka broker can be reached. Check the addresses, the network and that the broker runs.',
  },
  KAFKA_TIMEOUT: { retryable: true, text: 'The Kafka broker did not answer in time.' },
  KAFKA_RECORD_TOO_LARGE: {
    retryable: false,
    text: 'The record is larger than the broker accepts. Make it smaller, or ask the operator for a higher limit.',
  },
  KAFKA_RECORD_REFUSED: {
    retryable: false,
    text: 'The record cannot be sent as it is: it needs a key and a value of text, bytes or null.',
  },
  KAFKA_SEND_INCOMPLETE: {
    retryable: true,
    text: 'The broker did not confirm every record. Some may have been stored: look before sending them again.',
  },
  KAFKA_STALLED: {
    retryable: true,
    text: 'The consumer has records to read but made no progress, also after it was set up anew. Restart the process; look at the handler and at the broker.',
  },
  KAFKA_ABORTED: {
    retryable: true,
    text: 'The chunk was given up: the consumer closes, stalls or lost the partition.',
  },
  KAFKA_CLOSED: { retryable: false, text: 'This Kafka client is closed.' },
  KAFKA_CONFIGURATION: { retryable: false, text: 'The options of this Kafka client are wrong.' },
  KAFKA_FAILED: { retryable: true, text: 'The Kafka client failed for a reason it does not know.' },
} as const satisfies Record<string, { retryable: boolean; text: string }>;

export type KafkaErrorCode = keyof typeof CODES;

export interface KafkaErrorOptions {
  cause?: unknown;
  /** May the records have been stored although the call failed? */
  unknownOutcome?: boolean;
  /** Added to the text: which topic, which option. */
  detail?: string;
  meta?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Every error of this package. Branch on `code`; `message` says in plain words what to do. */
export class KafkaError extends DomovoyError {
  declare readonly code: KafkaErrorCode;

  constructor(code: KafkaErrorCode, options: KafkaErrorOptions = {}) {
    const { retryable, text } = CODES[code];
    super(options.detail ? `${text} (${options.detail})` : text, {
      code,
      retryable,
      ...(options.cause !== undefined && { cause: options.cause }),
      ...(options.unknownOutcome !== undefined && { unknownOutcome: options.unknownOutcome }),
      ...(options.meta && { meta: options.meta }),
    });
  }
}

/** For the documentation and for tests: all codes there are. */
export const KAFKA_ERROR_CODES: readonly string[] = Object.freeze(Object.keys(CODES));
