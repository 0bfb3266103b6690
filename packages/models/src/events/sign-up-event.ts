import { z } from 'zod';
import { EventAddress } from '../address/event-address.ts';
import { Phone } from '../phone/phone.ts';

/** The statuses that RosDomofon is known to use; lower case in requests, upper case in events (facts §1.3). */
export const KNOWN_SIGN_UP_STATUSES = [
  'unprocessed',
  'processed',
  'connected',
  'delegated',
  'rejected',
] as const;

/**
 * An abonent asks to be connected (topics `SIGN_UPS_ALL` and `SIGN_UPS_<company>`). The same `id` and `uid`
 * come in both topics and again at every change of status. Unknown fields are kept, unknown statuses tolerated.
 */
export const SignUpEvent = z.looseObject({
  id: z.int(),
  uid: z.guid().transform((uid) => uid.toLowerCase()),
  abonent: z.looseObject({ id: z.int(), phone: Phone }),
  address: EventAddress,
  application: z
    .looseObject({
      id: z.int().nullish(),
      name: z.string().nullish(),
      provider: z.string().nullish(),
      companyId: z.int().nullish(),
    })
    .nullish(),
  virtual: z.boolean().nullish(),
  timeZone: z.string().nullish(),
  offerSigned: z.boolean().nullish(),
  contractNumber: z.string().nullish(),
  /** Lower case inside, whatever the case on the wire. */
  status: z
    .string()
    .trim()
    .min(1)
    .transform((status) => status.toLowerCase()),
  /** Milliseconds since 1970. */
  createdAt: z.int(),
});

export type SignUpEvent = z.infer<typeof SignUpEvent>;
