import { z } from 'zod';

/**
 * A phone as RosDomofon writes it: 11 digits that begin with 7, without a plus. On the wire it is an
 * integer in events and answers and a string in `POST accounts`; inside it is always a string.
 */
export const Phone = z
  .union([z.int(), z.string()], { error: 'expected an integer or a string' })
  .transform((value) => String(value).replace(/^\+/, ''))
  .pipe(z.string().regex(/^7\d{10}$/, 'expected 11 digits that begin with 7'))
  .brand<'Phone'>();

export type Phone = z.infer<typeof Phone>;

/**
 * A phone that may be missing: RosDomofon and its clients write `0` for "unknown" (facts §4.7). Anything
 * that is no phone becomes null, because a support message must not be lost over the sender's number.
 */
export const PhoneOrUnknown = z
  .unknown()
  .optional()
  .transform((value) => Phone.safeParse(value).data ?? null);
