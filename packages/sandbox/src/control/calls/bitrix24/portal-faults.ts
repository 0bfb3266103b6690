import { z } from 'zod';
import { defineCall } from '../../call.ts';
import { faultFields, withLatency } from '../../fault-fields.ts';

export const addPortalFault = defineCall({
  method: 'POST',
  path: '/bitrix24/faults',
  summary: 'From now on calls of the Bitrix24 portal that match go wrong in this way; see POST /faults.',
  accepts: z.strictObject({
    ...faultFields,
    call: z
      .string()
      .min(1)
      .transform((text) => text.toLowerCase())
      .optional()
      .describe(
        'name of a method in any case; * stands for a part: crm.item.*; oauth/token. A batch is struck for any of its commands',
      ),
    error: z
      .string()
      .optional()
      .describe('the code in the answer; by the status when not given: QUERY_LIMIT_EXCEEDED of a 503 …'),
    inBatch: z
      .boolean()
      .optional()
      .describe(
        'true: strikes the matching commands of batches, one by one (kind error), and not the request',
      ),
    commands: z
      .int()
      .min(0)
      .optional()
      .describe('of a kind that comes after: only so many commands of a batch are done before'),
  }),
  status: 201,
  run: ({ call, ...wish }, { bitrix24 }) => bitrix24.faults.add({ ...withLatency(wish), path: call }),
});

export const listPortalFaults = defineCall({
  method: 'GET',
  path: '/bitrix24/faults',
  summary: 'Those in force, and how many calls each has struck.',
  accepts: z.strictObject({}),
  run: (_nothing, { bitrix24 }) => ({ faults: bitrix24.faults.list() }),
});

export const clearPortalFaults = defineCall({
  method: 'DELETE',
  path: '/bitrix24/faults',
  summary: 'Ends all of them, or one.',
  accepts: z.strictObject({ id: z.coerce.number().int().optional().describe('only this one') }),
  run: ({ id }, { bitrix24 }) => ({ cleared: bitrix24.faults.clear(id) }),
});
