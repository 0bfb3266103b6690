import { Bitrix24MessageResults } from '@domovoy/models';
import { z } from 'zod';
import { createMethod, type ResourceContext } from '../method.ts';
import { Nothing } from '../nothing.ts';
import { Id, Text } from '../params.ts';
import { ConnectorId } from './connectors.ts';

/** The portal refuses "Иван кв. 12": `openLineName` cleans. */
const Name = z
  .string()
  .max(25)
  .regex(/^[\p{L} '-]+$/u, 'expected letters, spaces, hyphens and apostrophes; openLineName cleans a name');

const Message = z
  .strictObject({
    user: z.strictObject({
      /** Ours, of the person: what a dialog is kept by. */
      id: Text,
      name: Name.optional(),
      lastName: Name.optional(),
      /** With a plus; the portal links the dialog to the CRM by it. */
      phone: Text.optional(),
      email: Text.optional(),
      url: z.url().optional(),
      pictureUrl: z.url().optional(),
      gender: z.enum(['male', 'female']).optional(),
      /** Only for a number that the portal has refused. */
      skipsPhoneCheck: z.boolean().optional(),
    }),
    message: z.strictObject({
      /** Ours; the portal does not look for repeats. */
      id: Text,
      sentAt: z.date(),
      /** BB-code: `encodeBbCode` for what people wrote. */
      text: Text.optional(),
      /** The portal fetches them: the addresses have to be public. */
      files: z
        .array(z.strictObject({ url: z.url(), name: Text.optional() }))
        .min(1)
        .optional(),
      /** An employee who wrote it elsewhere. */
      userId: Id.optional(),
      skipsCrm: z.boolean().optional(),
    }),
    chat: z.strictObject({ id: Text, name: Text.optional(), url: z.url().optional() }),
  })
  .refine(({ message }) => message.text !== undefined || message.files !== undefined, {
    error: 'a message needs a text or files',
    path: ['message'],
  });
export type ConnectorMessage = z.input<typeof Message>;

const MessageId = z.strictObject({ userId: Text, messageId: Text, chatId: Text });

/** What became of one message; the call itself succeeds also where all of them are refused. */
export type MessageOutcome =
  | { readonly isSent: true; readonly sessionId: string | null; readonly portalChatId: string | null }
  | { readonly isSent: false; readonly errors: readonly string[] };

const Outcomes = Bitrix24MessageResults.transform(({ SUCCESS, DATA }): MessageOutcome[] =>
  (DATA?.RESULT ?? []).map(({ SUCCESS: isSent = SUCCESS, ERRORS, session }) =>
    isSent === true && !ERRORS?.length
      ? { isSent: true, sessionId: session?.ID ?? null, portalChatId: session?.CHAT_ID ?? null }
      : { isSent: false, errors: ERRORS ?? [] },
  ),
);

const wireMessage = ({ user, message, chat }: z.output<typeof Message>) => ({
  user: {
    id: user.id,
    ...(user.name && { name: user.name }),
    ...(user.lastName && { last_name: user.lastName }),
    ...(user.phone && { phone: user.phone }),
    ...(user.email && { email: user.email }),
    ...(user.url && { url: user.url }),
    ...(user.pictureUrl && { picture: { url: user.pictureUrl } }),
    ...(user.gender && { gender: user.gender }),
    ...(user.skipsPhoneCheck && { skip_phone_validate: 'Y' }),
  },
  message: {
    id: message.id,
    date: Math.floor(message.sentAt.getTime() / 1000),
    ...(message.text && { text: message.text }),
    ...(message.files && { files: message.files }),
    ...(message.userId !== undefined && { user_id: message.userId }),
    ...(message.skipsCrm && { disable_crm: 'Y' }),
  },
  chat,
});

const at = { connector: ConnectorId, line: Id };
const wireAt = ({ connector, line }: { connector: string; line: unknown }) => ({
  CONNECTOR: connector,
  LINE: line,
});

/**
 * Messages between a channel of one's own and an open line (facts §9). Application only, scopes `imopenlines`,
 * `imconnector`. Outcomes are in the order of the messages. ApiError NOT_ACTIVE_LINE, IMCONNECTOR_NO_CORRECT_PROVIDER
 * (not registered or not active), ERROR_ARGUMENT.
 */
export const connectorMessages = (context: ResourceContext) => ({
  /** From a resident to the portal. Never repeated blindly: the portal shows a message twice that comes twice. */
  send: createMethod(context, {
    operation: 'connectorMessages.send',
    method: 'imconnector.send.messages',
    params: z.strictObject({ ...at, messages: z.array(Message).min(1) }),
    wire: ({ messages, ...to }) => ({ ...wireAt(to), MESSAGES: messages.map(wireMessage) }),
    answer: Outcomes,
    effect: 'creation',
  }),

  /** A message that was changed: the same `message.id` and `chat.id` as it was sent with. */
  update: createMethod(context, {
    operation: 'connectorMessages.update',
    method: 'imconnector.update.messages',
    params: z.strictObject({ ...at, messages: z.array(Message).min(1) }),
    wire: ({ messages, ...to }) => ({ ...wireAt(to), MESSAGES: messages.map(wireMessage) }),
    answer: Outcomes,
    effect: 'repeatable',
  }),

  delete: createMethod(context, {
    operation: 'connectorMessages.delete',
    method: 'imconnector.delete.messages',
    params: z.strictObject({ ...at, messages: z.array(MessageId).min(1) }),
    wire: ({ messages, ...to }) => ({
      ...wireAt(to),
      MESSAGES: messages.map(({ userId, messageId, chatId }) => ({
        user: { id: userId },
        message: { id: messageId },
        chat: { id: chatId },
      })),
    }),
    answer: Outcomes,
    effect: 'repeatable',
  }),

  /**
   * What an operator wrote has arrived: with the portal's ids of the event, and our own ids of what became of it,
   * which later events about the message name.
   */
  confirmDelivery: createMethod(context, {
    operation: 'connectorMessages.confirmDelivery',
    method: 'imconnector.send.status.delivery',
    params: z.strictObject({
      ...at,
      deliveries: z
        .array(
          z.strictObject({
            portalChatId: Id,
            portalMessageId: Id,
            messageIds: z.array(Text).min(1),
            chatId: Text,
            deliveredAt: z.date().optional(),
          }),
        )
        .min(1),
    }),
    wire: ({ deliveries, ...to }) => ({
      ...wireAt(to),
      MESSAGES: deliveries.map(({ portalChatId, portalMessageId, messageIds, chatId, deliveredAt }) => ({
        im: { chat_id: portalChatId, message_id: portalMessageId },
        // A bare id is taken for none.
        message: {
          id: messageIds,
          ...(deliveredAt && { date: Math.floor(deliveredAt.getTime() / 1000) }),
        },
        chat: { id: chatId },
      })),
    }),
    answer: Nothing,
    effect: 'repeatable',
  }),

  /** How the portal calls the chat. `userId` is the person's, needed where the connector has a dialog per user. */
  renameChat: createMethod(context, {
    operation: 'connectorMessages.renameChat',
    method: 'imconnector.chat.name.set',
    params: z.strictObject({ ...at, chatId: Text, name: Text, userId: Text.optional() }),
    wire: ({ chatId, name, userId, ...to }) => ({
      ...wireAt(to),
      CHAT_ID: chatId,
      NAME: name,
      ...(userId && { USER_ID: userId }),
    }),
    answer: Nothing,
    effect: 'repeatable',
  }),
});
