import { z } from 'zod';
import { defineDeliveryKind } from '../kind/delivery-kind.ts';
import { RowId } from './row-id.ts';

/** A message goes to an abonent. Those of a conversation go one after the other, as they were written. */
export const messageSend = defineDeliveryKind({
  target: 'rosdomofon',
  payload: z.object({
    messageId: RowId,
    conversationId: RowId,
    /** Decided when it was queued: what is known of its outcome is found out on the same way. */
    by: z.enum(['kafka', 'rest']),
    /** Of a message that is a step of a sign-up: sent, the step is done. */
    signUp: z.object({ id: RowId, step: z.enum(['welcome', 'refusal']) }).optional(),
  }),
  subject: ({ conversationId }) => `conversation:${conversationId}`,
});
