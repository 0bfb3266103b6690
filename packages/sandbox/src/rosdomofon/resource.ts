import type { FastifyInstance } from 'fastify';
import type { EventGenerator } from '../events/event-generator.ts';
import type { EventLog } from '../topics/event-log.ts';
import type { KnownSignUps } from '../topics/known-sign-ups.ts';

/** What the resources work on. */
export interface RosDomofonContext {
  log: EventLog;
  events: () => EventGenerator;
  signUps: KnownSignUps;
}

/** One group of calls: a file of `resources/`, listed in its index. */
export type Resource = (app: FastifyInstance, context: RosDomofonContext) => void;
