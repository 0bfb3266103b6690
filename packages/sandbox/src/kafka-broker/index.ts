export {
  type KafkaBroker,
  type KafkaBrokerEndpoints,
  startKafkaBroker,
} from './broker.ts';
export type { KafkaBrokerOptions } from './broker-options.ts';
export type { ReadOptions, ReadRecord, RecordPosition, RecordToAppend } from './local-records.ts';
export { KafkaError } from './protocol/error-code.ts';
export type { BrokerEvent, BrokerLogger } from './server/request-context.ts';
export type { Appended, AppendListener } from './storage/topics.ts';
