import { z } from 'zod';
import { defineDeliveryKind } from '../kind/delivery-kind.ts';

/** An account for the person with a phone. One that is there with this number is found, not made. */
export const accountCreate = defineDeliveryKind({
  target: 'rosdomofon',
  payload: z.object({ number: z.string().min(1), phone: z.string().regex(/^7\d{10}$/) }),
  subject: ({ number }) => `account:${number}`,
  // The service has no search: the whole list may have to be read.
  attemptTimeoutMs: 25_000,
});
