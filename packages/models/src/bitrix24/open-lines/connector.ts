import { z } from 'zod';
import { code, flag, id, list, looseList, mapOrEmptyList, text } from '../wire-values.ts';

/** How a connector stands on one open line. */
export const Bitrix24ConnectorStatus = z.looseObject({
  LINE: id,
  CONNECTOR: z.string(),
  ERROR: flag,
  CONFIGURED: flag,
  STATUS: flag,
});
export type Bitrix24ConnectorStatus = z.infer<typeof Bitrix24ConnectorStatus>;

/** Failures come as texts, as `{code, message}`, or as one of these alone. */
const problems = z.preprocess(
  (value) => (typeof value === 'string' && value !== '' ? [value] : value),
  looseList(z.union([z.string(), z.looseObject({ code: text, message: text })])).transform((all) =>
    all.map((one) => (typeof one === 'string' ? one : (one.message ?? one.code ?? 'unknown'))),
  ),
);

/** What became of one message of `imconnector.send.messages`: the call succeeds also where a message was refused. */
export const Bitrix24MessageResult = z.looseObject({
  chat: z.looseObject({ id: code.optional() }).optional(),
  /** `files`, `date` and the like come back in other shapes than they were sent: of no use. */
  message: z.looseObject({ id: z.union([code, list(code)]).optional() }).optional(),
  SUCCESS: flag,
  ERRORS: problems.optional(),
  session: mapOrEmptyList(z.looseObject({ ID: code.optional(), CHAT_ID: code.optional() })).optional(),
});
export type Bitrix24MessageResult = z.infer<typeof Bitrix24MessageResult>;

/** The envelope of the calls about messages. */
export const Bitrix24MessageResults = z.looseObject({
  SUCCESS: flag,
  DATA: mapOrEmptyList(z.looseObject({ RESULT: looseList(Bitrix24MessageResult).optional() })).optional(),
});
export type Bitrix24MessageResults = z.infer<typeof Bitrix24MessageResults>;
