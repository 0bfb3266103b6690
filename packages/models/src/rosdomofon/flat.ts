import { z } from 'zod';
import { RosDomofonAddress } from './address.ts';
import { RosDomofonOwner } from './owner.ts';
import { flag, int, list, numberText } from './wire-values.ts';

/**
 * A flat, as every answer writes it: of an account, of an entrance, of an abonent, in a service connection. A virtual
 * flat has no hardware intercom. `translated` is the number under which the intercom knows the flat.
 */
export const RosDomofonFlat = z.looseObject({
  id: z.int(),
  accountId: int,
  address: RosDomofonAddress.nullish(),
  virtual: flag,
  blocked: flag,
  owner: RosDomofonOwner.nullish(),
  adapters: list(z.looseObject({ rdaUid: numberText, intercomIndex: numberText, cameraIds: list(z.int()) })),
  cameraId: int,
  hardwareIntercomId: int,
  softwareIntercomId: int,
  rdaUid: numberText,
  translated: int,
});
export type RosDomofonFlat = z.infer<typeof RosDomofonFlat>;

/** The answer to the creation of a flat: without its owner's id the flat cannot be connected (facts §4.8). */
export const CreatedFlat = RosDomofonFlat.extend({ owner: RosDomofonOwner });
export type CreatedFlat = z.infer<typeof CreatedFlat>;
