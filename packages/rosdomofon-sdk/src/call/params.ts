import { Phone } from '@domovoy/models';
import { z } from 'zod';

/** RosDomofon's own id of an object. */
export const Id = z.int().positive();
export const Text = z.string().trim().min(1);
export const NoParams = z.strictObject({});
/** Digits, with or without a plus: `79000000001`. */
export const PhoneParam = Phone;

/** `page` from 0; the service's own size is 20. */
export const paging = {
  page: z.int().nonnegative().optional(),
  size: z.int().positive().max(10_000).optional(),
};
