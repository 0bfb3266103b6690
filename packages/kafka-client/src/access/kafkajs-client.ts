import kafkajs, {
  type Kafka,
  type KafkaConfig,
  type logCreator,
  type RetryOptions,
  type SASLOptions,
} from 'kafkajs';
import { registerCodecs } from '../codecs/register-codecs.ts';
import type { KafkaLogger } from '../logger.ts';
import type { KafkaAccess } from './access.ts';
import { calmRequestQueue } from './calm-request-queue.ts';
import type { SocketSwitch } from './socket-switch.ts';

/**
 * A login is renewed this long before it ends. kafkajs' default of 10 s breaks brokers whose logins last 10 s
 * or less (ILLEGAL_SASL_STATE); 3 s is enough at any length, as a request goes out at least twice a second.
 */
const REAUTHENTICATE_BEFORE_MS = 3000;

/** Gives up after about 1.5 s: for questions that somebody waits for. */
export const ASK_BRIEFLY: RetryOptions = { retries: 2, initialRetryTime: 200, maxRetryTime: 800 };

/**
 * Never gives up: a member that keeps its member id through an outage goes on where it was, one that comes
 * back as somebody new has to wait until the group forgets the old one.
 */
export const ASK_FOR_EVER: RetryOptions = {
  retries: Number.MAX_SAFE_INTEGER,
  initialRetryTime: 100,
  maxRetryTime: 1000,
};

export interface KafkajsClientOptions {
  access: KafkaAccess;
  clientId: string;
  retry: RetryOptions;
  sockets: SocketSwitch;
  requestTimeoutMs?: number;
  connectionTimeoutMs?: number;
  logger?: KafkaLogger;
  /** Sees every log entry of kafkajs, also those below the log level of the logger. */
  onEntry?: (entry: KafkajsEntry) => void;
}

/** A log entry of kafkajs: the only way to some facts that it does not put into its errors. */
export interface KafkajsEntry {
  namespace: string;
  message: string;
  fields: Readonly<Record<string, unknown>>;
}

/** The only place that turns our options into those of kafkajs. */
export function createKafkajs(options: KafkajsClientOptions): Kafka {
  registerCodecs();
  calmRequestQueue();
  const { access, clientId, retry, logger, onEntry } = options;
  const config: KafkaConfig = {
    brokers: [...access.brokers],
    clientId,
    retry,
    socketFactory: options.sockets.factory,
    connectionTimeout: options.connectionTimeoutMs ?? 10_000,
    requestTimeout: options.requestTimeoutMs ?? 30_000,
    reauthenticationThreshold: REAUTHENTICATE_BEFORE_MS,
    logLevel: onEntry ? kafkajs.logLevel.DEBUG : kafkajs.logLevel.WARN,
    logCreator: forwardTo(logger, onEntry),
    ...(access.tls && { ssl: access.tls === true ? true : { ca: [access.tls.ca] } }),
    ...(access.sasl && { sasl: { ...access.sasl } as SASLOptions }),
  };
  return new kafkajs.Kafka(config);
}

/** kafkajs calls many an expected hiccup an error: its log is for those who look for details. */
const forwardTo =
  (logger: KafkaLogger | undefined, onEntry: KafkajsClientOptions['onEntry']): logCreator =>
  () =>
  ({ namespace, level, log }) => {
    const { message, timestamp: _timestamp, logger: _logger, stack: _stack, ...fields } = log;
    onEntry?.({ namespace, message, fields });
    if (level <= kafkajs.logLevel.WARN) logger?.debug({ ...fields, namespace }, `kafkajs: ${message}`);
  };
