import type { Abonent } from '../city-plan/abonents.ts';
import type { Random } from '../random/random.ts';
import { ANSWERS, longComplaint, QUESTIONS } from './phrases.ts';
import type { IncomingMessageWire, OutgoingMessageWire } from './wire.ts';

const FIELDS_OF_NEWER_PRODUCERS = {
  chatId: null,
  smsMessage: null,
  messageCode: null,
  localizedSms: null,
  properties: null,
  providers: null,
  appNames: null,
  imageUrl: null,
} as const satisfies Partial<IncomingMessageWire>;

export interface MessageFacts {
  abonent: Abonent;
  companyId: number;
  text: string | undefined;
}

/** The text is in `localizedPush.message`, and in one of eight only in `message` (facts §2). */
export function incomingMessage(
  random: Random,
  { abonent, companyId, text }: MessageFacts,
): IncomingMessageWire {
  const words = text ?? question(random);
  const inPush = !random.chance(0.125);
  return {
    fromAbonent: { ...abonent, companyId, restrictionPushTokenIds: [] },
    channel: 'support',
    message: inPush ? null : words,
    deliveryMethod: null,
    toAbonents: null,
    broadcast: false,
    waitResponse: true,
    localizedPush: inPush ? { message: words, messageKey: null, messageArgs: null } : null,
    ...(random.chance(0.25) ? FIELDS_OF_NEWER_PRODUCERS : {}),
  };
}

export function outgoingMessage(
  random: Random,
  { abonent, companyId, text }: MessageFacts,
): OutgoingMessageWire {
  return {
    channel: 'support',
    deliveryMethod: 'PUSH',
    fromAbonent: { id: 0, phone: 0, companyId: null, restrictionPushTokenIds: [] },
    message: text ?? random.pick(ANSWERS),
    toAbonents: [{ ...abonent, companyId }],
    localizedPush: null,
  };
}

const question = (random: Random) =>
  random.chance(0.02) ? longComplaint(random.int(4, 30)) : random.pick(QUESTIONS);
