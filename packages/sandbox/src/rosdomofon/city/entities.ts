import type { Abonent } from '../../city-plan/abonents.ts';
import type { EntrancePlan } from '../../city-plan/buildings.ts';
import type { Company } from '../../city-plan/companies.ts';
import type { Place } from '../../city-plan/place.ts';

export const SERVICE_TYPES = [
  'SoftwareIntercom',
  'HardwareIntercom',
  'VideoSurveillance',
  'Gate',
  'HouseChat',
] as const;
export type ServiceType = (typeof SERVICE_TYPES)[number];

/**
 * The things of RosDomofon, with what can change about them and nothing that can be worked out: what an answer shows
 * besides is made from the id (`wire/`). They point at each other, so that no call has to search.
 */
export interface Entrance {
  id: number;
  company: Company;
  place: Place;
  plan: EntrancePlan;
  services: Service[];
  flats: Flat[];
}

/** Of one entrance, or of all of a house: the gate of a yard, the chat of the neighbours. */
export interface Service {
  id: number;
  type: ServiceType;
  company: Company;
  entrances: Entrance[];
  connections: ServiceConnection[];
}

/** An abonent with what is his, in whatever company. */
export interface Resident extends Abonent {
  accounts: readonly Account[];
  flats: readonly Flat[];
}

export interface Account {
  id: number;
  /** The number in the operator's billing. Some accounts have none. */
  number: string | null;
  owner: Resident;
  company: Company;
  isBlocked: boolean;
  flats: readonly Flat[];
}

export interface Flat {
  id: number;
  number: number;
  company: Company;
  /** A flat can be made without one. */
  entrance: Entrance | null;
  account: Account | null;
  owner: Resident;
  isVirtual: boolean;
  connections: readonly ServiceConnection[];
}

export interface ServiceConnection {
  id: number;
  service: Service;
  flat: Flat;
  account: Account;
  isBlocked: boolean;
}

/** Somebody lets somebody else use what is his. */
export interface Delegation {
  id: number;
  from: Abonent;
  to: Abonent;
  isActive: boolean;
}
