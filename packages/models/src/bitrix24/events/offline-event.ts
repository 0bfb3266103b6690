import { z } from 'zod';
import { code, flag, id, looseList, text } from '../wire-values.ts';

const anything = z.preprocess(
  (value) => (value === false || (Array.isArray(value) && value.length === 0) ? {} : value),
  z.looseObject({}),
);

/** A row of the offline queue: the last change of one object, not its history. */
export const Bitrix24OfflineEvent = z.looseObject({
  ID: id,
  TIMESTAMP_X: text,
  EVENT_NAME: z.string().transform((name) => name.toUpperCase()),
  EVENT_DATA: anything,
  EVENT_ADDITIONAL: anything.optional(),
  MESSAGE_ID: code,
  /** Only in `event.offline.list`. */
  PROCESS_ID: text,
  ERROR: flag,
});
export type Bitrix24OfflineEvent = z.infer<typeof Bitrix24OfflineEvent>;

/** Rows that `event.offline.get` gave out, reserved under the process id, which is null when there are none. */
export const Bitrix24OfflineEvents = z.looseObject({
  process_id: text,
  events: looseList(Bitrix24OfflineEvent),
});
export type Bitrix24OfflineEvents = z.infer<typeof Bitrix24OfflineEvents>;
