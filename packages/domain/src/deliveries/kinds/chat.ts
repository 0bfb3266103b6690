import { z } from 'zod';
import { defineDeliveryKind } from '../kind/delivery-kind.ts';
import { RowId } from './row-id.ts';

const ofConversation = { messageId: RowId, conversationId: RowId };
const conversation = ({ conversationId }: { conversationId: bigint }) => `conversation:${conversationId}`;

/** A connector that is to be active no more at a line: people there would answer into the void. */
const LeftLine = z.object({ connector: z.string(), lineId: z.int().positive() });
export type LeftLine = z.output<typeof LeftLine>;

/** The connector is registered, its events are bound, its line is there and active; a former line is left. */
export const chatSetup = defineDeliveryKind({
  target: 'bitrix24',
  payload: z.object({ leaves: LeftLine.nullable().default(null) }),
  subject: () => 'chat',
  attemptTimeoutMs: 25_000,
});

/** A message of a conversation is shown at the portal, as it was said: the abonent's, or an answer given here. */
export const chatForward = defineDeliveryKind({
  target: 'bitrix24',
  payload: z.object(ofConversation),
  subject: conversation,
  attemptTimeoutMs: 25_000,
});

/** The operator's answer has reached the abonent: the portal shows it as delivered. */
export const chatDelivered = defineDeliveryKind({
  target: 'bitrix24',
  payload: z.object(ofConversation),
  subject: conversation,
});

/** Somebody commented on a contact: is it an answer to the abonent? */
export const chatReadComment = defineDeliveryKind({
  target: 'bitrix24',
  payload: z.object({ commentId: z.string().regex(/^\d{1,19}$/) }),
  subject: ({ commentId }) => `comment:${commentId}`,
});
