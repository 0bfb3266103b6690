export { type KafkaBroker, startKafkaBroker } from './broker.ts';
export type { KafkaBrokerOptions } from './broker-options.ts';
