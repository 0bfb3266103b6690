import { z } from 'zod';
import { defineDeliveryKind } from '../kind/delivery-kind.ts';
import { RosdomofonId } from './row-id.ts';

const block = {
  target: 'rosdomofon',
  payload: z.object({
    /** RosDomofon blocks by the operator's number, not by its own id. */
    number: z.string().min(1),
    /** As the mirror knows it; null: it does not yet, and the account is looked for. */
    accountRosdomofonId: RosdomofonId.nullable(),
  }),
  // A block and an unblock of one account keep their order.
  subject: ({ number }: { number: string }) => `account:${number}`,
  attemptTimeoutMs: 25_000,
} as const;

export const accountBlock = defineDeliveryKind(block);
export const accountUnblock = defineDeliveryKind(block);
