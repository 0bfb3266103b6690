import { z } from 'zod';
import { PhoneOrUnknown } from '../phone/phone.ts';

const text = z.string().nullish();
const localizedPush = z.looseObject({ message: text }).nullish();
const channel = text.transform((value) => value?.trim() || 'support');
const abonent = z.looseObject({ id: z.int(), phone: PhoneOrUnknown, companyId: z.int().nullish() });

/**
 * A message from an abonent (topic `MESSAGES_IN_<company>`). It has no id of its own: topic, partition and
 * offset are its identity (facts §2).
 */
export const IncomingMessageEvent = z.looseObject({
  fromAbonent: abonent,
  channel,
  message: text,
  localizedPush,
  waitResponse: z.boolean().nullish(),
});
export type IncomingMessageEvent = z.infer<typeof IncomingMessageEvent>;

/**
 * A message from the operator to abonents (topic `MESSAGES_OUT_<company>`; we and other clients of the
 * operator produce it). A broadcast may name nobody.
 */
export const OutgoingMessageEvent = z.looseObject({
  toAbonents: z.array(abonent).nullish(),
  channel,
  message: text,
  localizedPush,
  deliveryMethod: text,
});
export type OutgoingMessageEvent = z.infer<typeof OutgoingMessageEvent>;

/** The text is in `localizedPush.message`, and only sometimes in `message` (facts §2). Empty when in neither. */
export function messageText(event: IncomingMessageEvent | OutgoingMessageEvent): string {
  return event.localizedPush?.message || event.message || '';
}
