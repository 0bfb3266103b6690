import { z } from 'zod';
import { FAULT_KINDS, type FaultKind } from '../../../faults/fault.ts';
import { defineCall } from '../../call.ts';

const kinds = Object.keys(FAULT_KINDS) as [FaultKind, ...FaultKind[]];

export const addFault = defineCall({
  method: 'POST',
  path: '/faults',
  summary: 'From now on calls of RosDomofon that match go wrong in this way.',
  accepts: z.strictObject({
    kind: z.enum(kinds).describe(kinds.map((kind) => `${kind} (${FAULT_KINDS[kind].what})`).join('; ')),
    method: z
      .string()
      .transform((text) => text.toUpperCase())
      .optional()
      .describe('GET, POST, PUT, PATCH, DELETE; any when not given'),
    path: z
      .string()
      .min(1)
      .optional()
      .describe('the end of a path, or all of it from its first slash; * stands for one part, ** for any'),
    probability: z.number().min(0).max(1).optional().describe('0 to 1; 1 when not given'),
    times: z.int().min(1).optional().describe('only the next so many calls'),
    forMs: z.int().min(1).optional().describe('only for so long'),
    status: z.int().min(200).max(599).optional().describe('of error, error-after, html and html-after'),
    retryAfterS: z.int().min(0).optional().describe('of rate-limit'),
    delayMs: z
      .int()
      .min(0)
      .max(600_000)
      .optional()
      .describe('how long a call waits; 1000 for latency when not given, and any other kind may wait too'),
  }),
  status: 201,
  run: ({ delayMs, ...wish }, { faults }) =>
    faults.add({ ...wish, delayMs: delayMs ?? (wish.kind === 'latency' ? 1000 : undefined) }),
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
