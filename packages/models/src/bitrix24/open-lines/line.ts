import { z } from 'zod';
import { flag, id, list, text } from '../wire-values.ts';

/** An open line. Dozens of settings pass through as they are. */
export const Bitrix24OpenLine = z.looseObject({
  ID: id,
  LINE_NAME: text,
  ACTIVE: flag,
  CRM: flag,
  CRM_CREATE: text,
  QUEUE_TYPE: text,
  /** Users who answer; with `QUEUE: "Y"`. */
  QUEUE: list(id).optional(),
});
export type Bitrix24OpenLine = z.infer<typeof Bitrix24OpenLine>;
