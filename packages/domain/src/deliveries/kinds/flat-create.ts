import { z } from 'zod';
import { defineDeliveryKind } from '../kind/delivery-kind.ts';
import { RosdomofonId } from './row-id.ts';

/** A flat of an account's owner. One with this number in this entrance that is theirs is found, not made. */
export const flatCreate = defineDeliveryKind({
  target: 'rosdomofon',
  payload: z.object({
    accountRosdomofonId: RosdomofonId,
    entranceRosdomofonId: RosdomofonId,
    flatNumber: z.string().regex(/^[1-9]\d{0,5}$/),
    isVirtual: z.boolean(),
  }),
  subject: ({ entranceRosdomofonId, flatNumber }) => `entrance:${entranceRosdomofonId}:${flatNumber}`,
  attemptTimeoutMs: 25_000,
});
