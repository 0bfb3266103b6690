import type { Abonent } from '../../city-plan/abonents.ts';
import type { CityPlan } from '../../city-plan/plan-city.ts';
import { buildCity } from '../city/build-city.ts';
import type { City } from '../city/city.ts';

export interface SentMessage {
  id: number;
  companyId: number;
  channel: string;
  text: string;
  atMs: number;
}

export interface SmsCode {
  phone: number;
  code: string;
  atMs: number;
}

export interface Settings {
  callsMuted: boolean;
  chatsMuted: boolean;
}

export interface DoorOpening {
  abonentId: number;
  adapterId: string;
  relay: number;
  atMs: number;
}

export interface ActionToken {
  id: number;
  token: string;
  abonentId: number;
  expiresAtMs: number;
  useCount: number;
}

/** A city with all that happened in it. Messages that came through Kafka lie in its topics and not here. */
export interface CityState {
  readonly city: City;
  /** By the id of the abonent, oldest first. */
  readonly messages: Map<number, SentMessage[]>;
  /** The last code for each phone. */
  readonly codes: Map<number, SmsCode>;
  /** By the hash of the refresh token. */
  readonly refreshTokens: Map<string, Abonent>;
  readonly everSignedIn: Set<number>;
  readonly settings: Map<number, Settings>;
  readonly doorOpenings: DoorOpening[];
  /** By token. */
  readonly actionTokens: Map<string, ActionToken>;
}

export const newCityState = (plan: CityPlan): CityState => ({
  city: buildCity(plan),
  messages: new Map(),
  codes: new Map(),
  refreshTokens: new Map(),
  everSignedIn: new Set(),
  settings: new Map(),
  doorOpenings: [],
  actionTokens: new Map(),
});
