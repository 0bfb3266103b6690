import { z } from 'zod';
import { flag, id, idOrNull, mapOrEmptyList, text, wholeNumber } from '../wire-values.ts';

/** The user whose rights the calls have; an empty object when that user is inactive. */
export const Bitrix24Profile = mapOrEmptyList(
  z.looseObject({ ID: idOrNull, ADMIN: flag, NAME: text, LAST_NAME: text, TIME_ZONE: text }),
);
export type Bitrix24Profile = z.infer<typeof Bitrix24Profile>;

/** The application as the portal has it. `LICENSE_FAMILY` "ent" has the larger limits. */
export const Bitrix24Application = z.looseObject({
  ID: id,
  CODE: text,
  VERSION: wholeNumber,
  /** F free, D demo, T trial, P paid, L local. */
  STATUS: text,
  INSTALLED: flag,
  PAYMENT_EXPIRED: flag,
  DAYS: wholeNumber,
  LANGUAGE_ID: text,
  LICENSE: text,
  LICENSE_TYPE: text,
  LICENSE_FAMILY: text,
});
export type Bitrix24Application = z.infer<typeof Bitrix24Application>;

export const Bitrix24MethodAvailability = z.looseObject({ isExisting: flag, isAvailable: flag });
export type Bitrix24MethodAvailability = z.infer<typeof Bitrix24MethodAvailability>;

/** A handler of an event. `offline` ones have no address: their events wait in the queue. */
export const Bitrix24EventBinding = z.looseObject({
  event: z.string(),
  handler: text,
  auth_type: wholeNumber,
  offline: flag,
  connector_id: text,
});
export type Bitrix24EventBinding = z.infer<typeof Bitrix24EventBinding>;
