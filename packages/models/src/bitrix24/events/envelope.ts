import { z } from 'zod';
import { mapOrEmptyList, text, wholeNumber } from '../wire-values.ts';

/**
 * Whose event it is, and, for an application, tokens of the moment. An outgoing webhook has no tokens, and neither has
 * what a robot, a workflow or a background job caused.
 */
export const Bitrix24EventAuth = z.looseObject({
  /** The only proof of origin; compare it in constant time. */
  application_token: text,
  /** The portal, whatever its address is by now. */
  member_id: text,
  domain: text,
  client_endpoint: text,
  server_endpoint: text,
  access_token: text,
  /** Only in ONAPPINSTALL and ONOFFLINEEVENT. */
  refresh_token: text,
  expires: wholeNumber,
  expires_in: wholeNumber,
  scope: text,
  status: text,
  user_id: wholeNumber,
});
export type Bitrix24EventAuth = z.infer<typeof Bitrix24EventAuth>;

/** An event as it is delivered: a form with PHP's brackets, in which every value is text. */
export const Bitrix24EventEnvelope = z
  .looseObject({
    event: z.string().min(1),
    event_handler_id: text,
    eventId: text,
    /** An object, a list, or a bare value. */
    data: z.unknown().optional(),
    /** Unix seconds. */
    ts: wholeNumber,
    auth: z.union([z.literal('').transform(() => null), mapOrEmptyList(Bitrix24EventAuth)]).optional(),
  })
  .transform(({ event, event_handler_id, eventId, ts, data, auth }) => ({
    name: event.toUpperCase(),
    handlerId: event_handler_id ?? eventId ?? null,
    sentAtS: ts ?? null,
    data,
    auth: auth ?? null,
  }));
export type Bitrix24EventEnvelope = z.infer<typeof Bitrix24EventEnvelope>;
