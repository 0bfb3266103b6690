export { clientAcls, type KafkaAcl } from './admin-requests.ts';
export { makeServerCertificate, type ServerCertificate } from './certificates.ts';
export { type RealKafka, type StartKafkaOptions, startKafka } from './start-kafka.ts';
