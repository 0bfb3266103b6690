import type { Producer } from 'kafkajs';
import type { KafkaAccess } from '../access/access.ts';
import { createKafkajs } from '../access/kafkajs-client.ts';
import { protocolErrorType } from '../access/map-error.ts';
import { SocketSwitch } from '../access/socket-switch.ts';
import type { KafkaLogger } from '../logger.ts';

export interface ProducerConnection {
  producer: Producer;
  sockets: SocketSwitch;
}

export interface ConnectionOptions {
  access: KafkaAccess;
  clientId: string;
  logger: KafkaLogger;
  /** The broker drops what a retry stores a second time. */
  idempotent: boolean;
}

/** Longer than any deadline: the deadline decides, and then cuts the sockets of what would go on trying. */
const RETRY = { retries: 1000, initialRetryTime: 100, maxRetryTime: 1000 };
const IDEMPOTENCE_REFUSED = new Set(['CLUSTER_AUTHORIZATION_FAILED', 'UNSUPPORTED_VERSION']);

export async function openConnection(options: ConnectionOptions): Promise<ProducerConnection> {
  const { access, clientId, logger, idempotent } = options;
  const sockets = new SocketSwitch();
  const kafka = createKafkajs({ access, clientId, retry: RETRY, sockets, logger });
  const producer = kafka.producer({
    idempotent,
    retry: RETRY,
    allowAutoTopicCreation: false,
    createPartitioner: () => givenPartition,
  });
  try {
    await producer.connect();
  } catch (cause) {
    sockets.off();
    throw cause;
  }
  return { producer, sockets };
}

/** Brokers before 0.11 have no idempotent sends, those before 2.8 want a right of its own for them. */
export const isIdempotenceRefused = (cause: unknown): boolean =>
  IDEMPOTENCE_REFUSED.has(protocolErrorType(cause)) ||
  (cause instanceof Error && cause.name === 'KafkaJSServerDoesNotSupportApiKey');

/** We choose the partition ourselves: one send() per partition is the only safe form. */
const givenPartition = ({ message }: { message: { partition?: number } }): number => message.partition ?? 0;
