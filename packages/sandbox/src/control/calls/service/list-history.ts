import { z } from 'zod';
import { matcherOf } from '../../../faults/path-pattern.ts';
import { defineCall } from '../../call.ts';
import { limit, waitMs } from '../../fields.ts';
import { listRequests } from '../../list-requests.ts';

const recordMatcher = (pattern: string) => {
  const matches = matcherOf(pattern);
  return ({ path }: { path: string }) => matches(path);
};

export const listHistory = defineCall({
  method: 'GET',
  path: '/history',
  summary: 'The last requests to RosDomofon without their secrets, oldest first, and what became of each.',
  accepts: z.strictObject({
    since: z.coerce
      .number()
      .int()
      .min(0)
      .default(0)
      .describe('the "next" of an earlier answer: only what came later; 0 or nothing: from the beginning'),
    path: z
      .string()
      .min(1)
      .optional()
      .describe('the end of a path, or all of it from its first slash; * stands for one part, ** for any'),
    method: z
      .string()
      .transform((text) => text.toUpperCase())
      .optional()
      .describe('only those of this method'),
    waitMs,
    limit,
  }),
  run: ({ since, path, method, waitMs: patienceMs, limit: atMost }, { history }, signal) =>
    listRequests(history, {
      filter: {
        since,
        method,
        limit: atMost,
        matches: path === undefined ? undefined : recordMatcher(path),
      },
      patienceMs,
      signal,
    }),
});
