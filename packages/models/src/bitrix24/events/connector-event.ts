import { z } from 'zod';
import { code, id, idOrNull, looseList, text } from '../wire-values.ts';

const file = z.looseObject({ name: text, url: text, link: text, type: text });

/** What an operator wrote, changed or deleted; `im` is what a delivery status names. */
export const Bitrix24OperatorMessage = z.looseObject({
  im: z.looseObject({ chat_id: id, message_id: id }),
  message: z
    .looseObject({
      /** Our own ids, once they were told: a list in an update, text in a deletion. */
      id: z.union([code.transform((one) => [one]), looseList(code)]).optional(),
      user_id: idOrNull,
      /** BB-code. */
      text,
      files: looseList(file).optional(),
    })
    .optional(),
  /** The chat as we named it. */
  chat: z.looseObject({ id: code }),
});
export type Bitrix24OperatorMessage = z.infer<typeof Bitrix24OperatorMessage>;

/** `data` of ONIMCONNECTORMESSAGEADD, …UPDATE and …DELETE. */
export const Bitrix24ConnectorMessages = z.looseObject({
  CONNECTOR: z.string(),
  LINE: id,
  MESSAGES: looseList(Bitrix24OperatorMessage),
});
export type Bitrix24ConnectorMessages = z.infer<typeof Bitrix24ConnectorMessages>;

const dialog = z.looseObject({
  connector: z.looseObject({ connector_id: text, line_id: text, chat_id: text, user_id: text }),
  session: z.looseObject({ id: text, closed: text, parent_id: text, close_term: text }).optional(),
  chat: z.looseObject({ id: text }).optional(),
  user: z.looseObject({ id: text }).optional(),
});

/** `data` of ONIMCONNECTORDIALOGSTART and …FINISH. */
export const Bitrix24ConnectorDialogs = z.looseObject({
  CONNECTOR: text,
  LINE: text,
  DATA: looseList(dialog),
});
export type Bitrix24ConnectorDialogs = z.infer<typeof Bitrix24ConnectorDialogs>;

/** `data` of ONIMCONNECTORSTATUSDELETE, the only one with keys in small letters. */
export const Bitrix24ConnectorRemoved = z
  .preprocess(
    (value) =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toLowerCase(), one]))
        : value,
    z.looseObject({ connector: z.string(), line: id }),
  )
  .transform(({ connector, line }) => ({ connector, line }));
export type Bitrix24ConnectorRemoved = z.infer<typeof Bitrix24ConnectorRemoved>;

/** `data` of ONIMCONNECTORLINEDELETE: the bare id. */
export const Bitrix24LineRemoved = id;
