import { z } from 'zod';
import { PhoneOrUnknown } from '../phone/phone.ts';

/** Channels of messages that were seen. */
export const KNOWN_MESSAGE_CHANNELS = ['support', 'notification'] as const;

/** A message of the chat or a notification, in either direction. */
export const RosDomofonMessage = z.looseObject({
  id: z.int(),
  abonent: z.looseObject({ id: z.int(), phone: PhoneOrUnknown }),
  channel: z.string(),
  /** From the abonent to the operator. */
  incoming: z.boolean(),
  message: z.string(),
  /** ISO 8601, as the service writes it. */
  messageDate: z.string(),
});
export type RosDomofonMessage = z.infer<typeof RosDomofonMessage>;

/** What became of a message for one recipient: the call succeeds also where the sending did not (facts §1.3). */
export const MessageResult = z.looseObject({
  id: z.int().nullish(),
  success: z.boolean(),
  result: z.unknown().optional(),
});
export type MessageResult = z.infer<typeof MessageResult>;
