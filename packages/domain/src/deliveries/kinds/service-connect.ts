import { z } from 'zod';
import { defineDeliveryKind } from '../kind/delivery-kind.ts';
import { RosdomofonId } from './row-id.ts';

/** A flat gets a service. A connection of the two that is there is found, not made. */
export const serviceConnect = defineDeliveryKind({
  target: 'rosdomofon',
  payload: z.object({
    serviceRosdomofonId: RosdomofonId,
    flatRosdomofonId: RosdomofonId,
    accountRosdomofonId: RosdomofonId,
  }),
  subject: ({ flatRosdomofonId }) => `flat:${flatRosdomofonId}`,
  attemptTimeoutMs: 25_000,
});
