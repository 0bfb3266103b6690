import { z } from 'zod';
import { defineDeliveryKind } from '../kind/delivery-kind.ts';
import { RowId } from './row-id.ts';

/**
 * An abonent wrote: is there something to answer by itself? Has no effect of its own; an answer is a message with a
 * delivery like any other. Enqueued by the intake, in the statement that stores the messages.
 */
export const messageAutoReply = defineDeliveryKind({
  target: 'rosdomofon',
  payload: z.object({
    conversationId: RowId,
    /** What came at once, from the first to the last. */
    firstMessageId: RowId,
    messageId: RowId,
  }),
  subject: ({ conversationId }) => `conversation:${conversationId}`,
});
