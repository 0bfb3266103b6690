import { z } from 'zod';
import { MAX_SEEDED_CONTACTS, seedContacts } from '../../../bitrix24/seed/seed-contacts.ts';
import { defineCall } from '../../call.ts';

export const addContacts = defineCall({
  method: 'POST',
  path: '/bitrix24/contacts',
  summary: 'Many contacts in the portal at once, each with a phone. Nobody is told of them.',
  accepts: z.strictObject({
    count: z
      .int()
      .min(1)
      .max(MAX_SEEDED_CONTACTS)
      .default(1000)
      .describe(`1 to ${MAX_SEEDED_CONTACTS}; 1000 when not given`),
    seed: z
      .string()
      .min(1)
      .optional()
      .describe('their originatorId, and the beginning of their originId; "seeded" when not given'),
  }),
  status: 201,
  run: (wish, { bitrix24 }) => seedContacts(bitrix24, wish),
});
