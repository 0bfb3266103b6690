import type { AbonentOptions } from '../city-plan/abonents.ts';
import type { CityPlan } from '../city-plan/plan-city.ts';
import type { ChosenAddress } from './address.ts';
import type { SignUpDetails } from './sign-up.ts';
import type { SignUpWire } from './wire.ts';

/** A record for Kafka. Without `timestampMs` the moment of sending is its time. */
export interface GeneratedRecord {
  topic: string;
  key: string;
  value: string;
  timestampMs?: number;
}

export interface EventGeneratorOptions {
  /** Same seed and same clock: same events, word for word. */
  seed: string | number;
  companyShortName: string;
  /** The city that the people and the addresses are of; that of a sandbox without options when not given. */
  plan?: CityPlan | undefined;
  now?: (() => number) | undefined;
}

export interface SignUpOptions extends SignUpDetails, AbonentOptions {
  /** A sign-up sent before: the same one again, with what else is given changed. */
  again?: SignUpWire | undefined;
  /** An address that is known in full. */
  at?: ChosenAddress | undefined;
  onlyNetwork?: boolean | undefined;
}

export interface SignUpSending {
  /** A sign-up of another company: it is in SIGN_UPS_ALL and nowhere else. */
  onlyNetwork?: boolean | undefined;
  timestampMs?: number | undefined;
}

export interface MessageOptions extends AbonentOptions {
  text?: string | undefined;
  timestampMs?: number | undefined;
}

export interface TrafficAmount {
  signUps: number;
  messages: number;
  /** Answers of the operator, as another program of the operator would send them. */
  answers?: number | undefined;
}

export interface EventGenerator {
  /** One sign-up: two records, the network's topic first; with `onlyNetwork` one. */
  signUp(options?: SignUpOptions & SignUpSending): GeneratedRecord[];
  /** A message of an abonent to the operator: one record. */
  message(options?: MessageOptions): GeneratedRecord[];
  /** An answer of the operator to an abonent: one record. */
  answer(options?: MessageOptions): GeneratedRecord[];
  /**
   * A day in small: `signUps` new sign-ups of the company and `messages` messages, mixed, and among them what
   * comes with them: sign-ups of other companies, repeats, changes of status, an older status that arrives late.
   * Send them with their times: by these a late one is known.
   */
  traffic(amount: TrafficAmount): GeneratedRecord[];
  /** The two halves of `signUp`, for callers that want to see the event. */
  signUpEvent(options?: SignUpOptions): SignUpWire;
  signUpRecords(event: { uid: string }, sending?: SignUpSending): GeneratedRecord[];
}
