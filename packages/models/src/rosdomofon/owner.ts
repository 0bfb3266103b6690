import { z } from 'zod';
import { PhoneOrUnknown } from '../phone/phone.ts';
import { flag, list, text, timestamp } from './wire-values.ts';

/** An abonent with a phone, or only its id, as a number or as text (facts §1.4: both are seen). */
const DelegationParty = z
  .union([
    z.looseObject({ id: z.int(), phone: PhoneOrUnknown }),
    z
      .union([z.int(), z.string()])
      .transform((id) => ({ id: Number(id), phone: null }))
      .refine(({ id }) => Number.isSafeInteger(id), 'expected the id of an abonent'),
  ])
  .nullish();

/** The abonent to whom an account or a flat belongs. A phone that is none, 0 among them, is null. */
export const RosDomofonOwner = z.looseObject({
  id: z.int(),
  phone: PhoneOrUnknown,
  resolved: flag,
  neverLoggedIn: flag,
});
export type RosDomofonOwner = z.infer<typeof RosDomofonOwner>;

export const RosDomofonOwnerDetails = RosDomofonOwner.extend({
  uid: text,
  fakeAuthOn: flag,
  forTest: flag,
  isClient: flag,
  supportRequestDate: timestamp,
  delegations: list(
    z.looseObject({
      id: z.int(),
      active: flag,
      notificationSuccess: flag,
      fromAbonent: DelegationParty,
      toAbonent: DelegationParty,
    }),
  ),
});
export type RosDomofonOwnerDetails = z.infer<typeof RosDomofonOwnerDetails>;
