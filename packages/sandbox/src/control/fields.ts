import { Phone } from '@domovoy/models';
import { z } from 'zod';

const MAX_COUNT = 10_000;

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
export const abonentId = z.int().optional().describe('id of the abonent; chosen when not given');
export const timestampMs = z
  .int()
  .min(0)
  .optional()
  .describe('time of the record in ms since 1970; an old one makes a late record; now when not given');
