import { z } from 'zod';
import { defineCall } from '../../call.ts';
import { faultFields, withLatency } from '../../fault-fields.ts';

const { kind, method, ...rest } = faultFields;

export const addFault = defineCall({
  method: 'POST',
  path: '/faults',
  summary: 'From now on calls of RosDomofon that match go wrong in this way.',
  accepts: z.strictObject({
    kind,
    method,
    path: z
      .string()
      .min(1)
      .optional()
      .describe('the end of a path, or all of it from its first slash; * stands for one part, ** for any'),
    ...rest,
  }),
  status: 201,
  run: (wish, { faults }) => faults.add(withLatency(wish)),
});

export const listFaults = defineCall({
  method: 'GET',
  path: '/faults',
  summary: 'The faults in force, and how many calls each has struck.',
  accepts: z.strictObject({}),
  run: (_nothing, { faults }) => ({ faults: faults.list() }),
});

export const clearFaults = defineCall({
  method: 'DELETE',
  path: '/faults',
  summary: 'Ends all faults, or one.',
  accepts: z.strictObject({ id: z.coerce.number().int().optional().describe('only this one') }),
  run: ({ id }, { faults }) => ({ cleared: faults.clear(id) }),
});
