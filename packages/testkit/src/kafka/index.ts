export { clientAcls, type KafkaAcl } from './admin-requests.ts';
export { type RealKafka, type StartKafkaOptions, startKafka } from './start-kafka.ts';
