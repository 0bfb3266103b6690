import { z } from 'zod';
import { matcherOf } from '../../../faults/path-pattern.ts';
import { defineCall } from '../../call.ts';
import { limit, waitMs } from '../../fields.ts';
import { listRequests } from '../../list-requests.ts';

export const listPortalHistory = defineCall({
  method: 'GET',
  path: '/bitrix24/history',
  summary: 'The last requests to the portal without their secrets, oldest first, and what became of each.',
  accepts: z.strictObject({
    since: z.coerce
      .number()
      .int()
      .min(0)
      .default(0)
      .describe('the "next" of an earlier answer: only what came later; 0 or nothing: from the beginning'),
    call: z
      .string()
      .min(1)
      .transform((text) => text.toLowerCase())
      .optional()
      .describe('only those that called this, alone or in a batch: crm.item.add, crm.*, oauth/token'),
    waitMs,
    limit,
  }),
  run({ since, call, waitMs: patienceMs, limit: atMost }, { bitrix24 }, signal) {
    const matches = call === undefined ? undefined : matcherOf(call);
    return listRequests(bitrix24.history, {
      filter: {
        since,
        limit: atMost,
        matches: matches && (({ calls, path }) => (calls ?? [path]).some((name) => matches(name))),
      },
      patienceMs,
      signal,
    });
  },
});
