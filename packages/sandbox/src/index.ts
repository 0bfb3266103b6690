export { type CityOptions, type CityPlan, planCity } from './city-plan/plan-city.ts';
export { DataFolderDamagedError, DataFolderInUseError, PortInUseError } from './errors.ts';
export { createEventGenerator } from './events/create-event-generator.ts';
export type {
  EventGenerator,
  EventGeneratorOptions,
  GeneratedRecord,
  MessageOptions,
  SignUpOptions,
  SignUpSending,
  TrafficAmount,
} from './events/event-generator.ts';
export type { IncomingMessageWire, OutgoingMessageWire, SignUpWire } from './events/wire.ts';
export { POISON, type PoisonRecord, poisonRecords } from './poison/poison.ts';
export type { PoisonKind } from './poison/poison-kind.ts';
export type { Behaviour } from './rosdomofon/behaviour.ts';
export { type Sandbox, type SandboxEndpoints, type SandboxOptions, startSandbox } from './sandbox.ts';
