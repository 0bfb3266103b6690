import { z } from 'zod';
import { RosDomofonAccount } from './account.ts';
import { RosDomofonFlat } from './flat.ts';
import { int, text, timestamp } from './wire-values.ts';

/** The kinds of service that were seen; others are kept as they come (facts §1.4). */
export const KNOWN_SERVICE_TYPES = [
  'Gate',
  'VideoSurveillance',
  'HouseChat',
  'HardwareIntercom',
  'SoftwareIntercom',
] as const;

/** How many abonents a flat's service may be shared with. */
const DelegationTunings = z.looseObject({ limit: int }).nullish();

/** A service of an operator: what flats are connected to. */
export const RosDomofonService = z.looseObject({
  id: z.int(),
  name: text,
  type: text,
  companyId: int,
  customName: text,
  createdAt: timestamp,
  delegationTunings: DelegationTunings,
});
export type RosDomofonService = z.infer<typeof RosDomofonService>;

/** A flat that is connected to a service: what an abonent pays for, and what is blocked for debt. */
export const ServiceConnection = z.looseObject({
  id: z.int(),
  blocked: z.boolean(),
  /** Not in the connections of an account's details. */
  account: RosDomofonAccount.nullish(),
  flat: RosDomofonFlat,
  service: RosDomofonService,
  tariff: z.number().nullish(),
  currency: text,
  delegationTunings: DelegationTunings,
});
export type ServiceConnection = z.infer<typeof ServiceConnection>;
