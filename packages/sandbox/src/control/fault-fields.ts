import { z } from 'zod';
import { FAULT_KINDS, type FaultKind } from '../faults/fault.ts';

const kinds = Object.keys(FAULT_KINDS) as [FaultKind, ...FaultKind[]];

/** Of a fault of either service. */
export const faultFields = {
  kind: z.enum(kinds).describe(kinds.map((kind) => `${kind} (${FAULT_KINDS[kind].what})`).join('; ')),
  method: z
    .string()
    .transform((text) => text.toUpperCase())
    .optional()
    .describe('GET, POST, PUT, PATCH, DELETE; any when not given'),
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
};

export const withLatency = <Wish extends { kind: FaultKind; delayMs?: number | undefined }>(
  wish: Wish,
): Wish => ({
  ...wish,
  delayMs: wish.delayMs ?? (wish.kind === 'latency' ? 1000 : undefined),
});
