import type { z } from 'zod';
import type { CompanyShortName } from '../company/company-short-name.ts';
import { IncomingMessageEvent, OutgoingMessageEvent } from '../events/message-event.ts';
import { SignUpEvent } from '../events/sign-up-event.ts';

/** What the records of a topic are, and how they are read. */
export interface TopicDefinition<Kind extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly kind: Kind;
  readonly schema: Schema;
}

/** Every sign-up of every company of the network; readable on request only. */
export const signUpsAll = () =>
  ({ name: 'SIGN_UPS_ALL', kind: 'network-sign-up', schema: SignUpEvent }) as const satisfies TopicDefinition;

/** The sign-ups of one company. Each is in `SIGN_UPS_ALL` too, with the same `id` and `uid`. */
export const signUps = (company: CompanyShortName) =>
  ({ name: `SIGN_UPS_${company}`, kind: 'sign-up', schema: SignUpEvent }) as const satisfies TopicDefinition;

/** Messages from abonents to the company. */
export const messagesIn = (company: CompanyShortName) =>
  ({
    name: `MESSAGES_IN_${company}`,
    kind: 'incoming-message',
    schema: IncomingMessageEvent,
  }) as const satisfies TopicDefinition;

/** Messages from the company to abonents. */
export const messagesOut = (company: CompanyShortName) =>
  ({
    name: `MESSAGES_OUT_${company}`,
    kind: 'outgoing-message',
    schema: OutgoingMessageEvent,
  }) as const satisfies TopicDefinition;
