export type { KafkaAccess } from './access/access.ts';
export {
  type ConsumerState,
  type ConsumerStatus,
  createConsumer,
  type KafkaConsumer,
} from './consumer/consumer.ts';
export type { ConsumerOptions } from './consumer/options.ts';
export type { PartitionStatus } from './consumer/partition-board.ts';
export { KAFKA_ERROR_CODES, KafkaError, type KafkaErrorCode } from './errors.ts';
export type { KafkaLogger } from './logger.ts';
export { partitionOf } from './producer/murmur2.ts';
export {
  type Compression,
  createProducer,
  type KafkaProducer,
  type ProducerOptions,
  type RecordToSend,
  type SentRecord,
} from './producer/producer.ts';
export { type DecodedRecord, decodeRecord, type EncodedRecord, hashRecord } from './record/decode-record.ts';
export type { Chunk, KafkaRecord } from './record/record.ts';
export { listPartitionEnds, listTopics, type PartitionEnd } from './topics/topic-directory.ts';
