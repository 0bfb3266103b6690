import { Phone } from '@domovoy/models';
import { z } from 'zod';

const MAX_COUNT = 10_000;
const MAX_WAIT_MS = 60_000;
const MAX_LIMIT = 1000;

/** Fields that several calls take. */
export const count = z
  .int()
  .min(1)
  .max(MAX_COUNT)
  .default(1)
  .describe(`how many, 1 to ${MAX_COUNT}; 1 when not given`);
export const phone = Phone.transform(Number)
  .optional()
  .describe('phone of the abonent: 11 digits that begin with 7');
/** An id may come in a body as a number and in a query as text. */
const id = z
  .union([z.int(), z.string().regex(/^\d+$/, 'expected a whole number').transform(Number)])
  .optional();
export const abonentId = id.describe('id of the abonent; chosen when not given');
export const accountId = id.describe('id of an account: of its owner, and of its flat');
export const timestampMs = z
  .int()
  .min(0)
  .optional()
  .describe('time of the record in ms since 1970; an old one makes a late record; now when not given');

/** Whom a call is about: one of the three. */
export const who = {
  abonentId: id.describe('id of the abonent'),
  phone: phone.describe('or his phone'),
  accountId: id.describe('or the id of an account: its owner'),
};

/** For calls that list what happened. */
export const waitMs = z.coerce
  .number()
  .int()
  .min(0)
  .max(MAX_WAIT_MS)
  .default(0)
  .describe(`when there is nothing new, wait for it this long, 0 to ${MAX_WAIT_MS}; 0 when not given`);
export const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(MAX_LIMIT)
  .default(MAX_LIMIT)
  .describe(`at most so many, 1 to ${MAX_LIMIT}`);
