import type { FastifyInstance } from 'fastify';
import type { Company } from '../city-plan/companies.ts';
import type { EventGenerator } from '../events/event-generator.ts';
import type { EventLog } from '../topics/event-log.ts';
import type { KnownMessages } from '../topics/known-messages.ts';
import type { KnownSignUps } from '../topics/known-sign-ups.ts';
import type { KnownAbonents } from './abonents/known-abonents.ts';
import type { Behaviour } from './behaviour.ts';
import type { KeptState } from './state/kept-state.ts';
import type { View } from './wire/fields.ts';

/** A company's way in for its programs. */
export interface Operator {
  company: Company;
  username: string;
  password: string;
}

/** What the resources work on. */
export interface RosDomofonContext {
  state: KeptState;
  operators: readonly Operator[];
  behaviour: Behaviour;
  abonents: KnownAbonents;
  messages: KnownMessages;
  log: EventLog;
  events: () => EventGenerator;
  signUps: KnownSignUps;
  now: () => number;
}

/** One group of calls: a file of `resources/`, listed in its index. */
export type Resource = (app: FastifyInstance, context: RosDomofonContext) => void;

export const ABONENTS_V1 = '/abonents-service/api/v1';
export const RDAS_V1 = '/rdas-service/api/v1';

export const viewOf = ({ state, behaviour }: RosDomofonContext): View => ({
  state: state.current(),
  isSparse: behaviour.isSparse,
});
