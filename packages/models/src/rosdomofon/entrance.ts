import { z } from 'zod';
import { RosDomofonAddress } from './address.ts';
import { RosDomofonService } from './service.ts';
import { flag, int, list, numberText, text } from './wire-values.ts';

/** A camera. Its `uid` is a number, its `address` whatever the service makes of it. */
export const RosDomofonCamera = z.looseObject({
  id: int,
  uid: z.union([z.int(), z.string()]).nullish(),
  uri: text,
  active: flag,
  address: z.unknown().optional(),
  configuration: z.unknown().optional(),
  private: flag,
  rdvaId: int,
});
export type RosDomofonCamera = z.infer<typeof RosDomofonCamera>;

/** The adapter of an entrance ("rda") and the intercoms behind it. */
const Adapter = z.looseObject({
  id: z.int(),
  uid: numberText,
  active: flag,
  intercoms: list(
    z.looseObject({
      id: z.int(),
      index: numberText,
      location: z.looseObject({ id: z.int(), name: text }).nullish(),
    }),
  ),
});

/** A service as an entrance offers it, with its hardware. */
export const EntranceService = RosDomofonService.extend({
  autoconnectionEnabled: flag,
  cameras: list(RosDomofonCamera),
  rdas: list(Adapter),
  status: text,
  tariff: z.number().nullish(),
  company: z.looseObject({ id: z.int(), shortName: text }).nullish(),
  dependantServices: list(RosDomofonService),
});
export type EntranceService = z.infer<typeof EntranceService>;

/** An entrance in a list. It has no flat ranges: those are only in an address with an entrance (facts §1.4). */
export const RosDomofonEntrance = z.looseObject({
  id: z.int(),
  addressString: z.string(),
  services: list(EntranceService),
});
export type RosDomofonEntrance = z.infer<typeof RosDomofonEntrance>;

/** One entrance in full, from the other service; its address has the flat ranges. */
export const RosDomofonEntranceDetails = z.looseObject({
  id: z.int(),
  addressString: text,
  address: RosDomofonAddress.nullish(),
  cameras: list(RosDomofonCamera),
  rda: Adapter.nullish(),
  services: list(EntranceService),
});
export type RosDomofonEntranceDetails = z.infer<typeof RosDomofonEntranceDetails>;
