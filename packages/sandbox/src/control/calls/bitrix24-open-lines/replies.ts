import { z } from 'zod';
import { edit, finish, remove, reply } from '../../../bitrix24/open-lines/operator/operator.ts';
import { CHATS, type Chat, MESSAGES, type Message } from '../../../bitrix24/open-lines/tables.ts';
import type { PortalContext } from '../../../bitrix24/portal-context.ts';
import { defineCall } from '../../call.ts';
import { ControlError } from '../../control-error.ts';
import { chatsOf } from './chosen-chats.ts';

const chat = {
  chatId: z.coerce
    .number()
    .int()
    .optional()
    .describe('the chat of the portal; the last one when nothing is given'),
  externalId: z.string().min(1).optional().describe('or the id of who writes, as the application named him'),
};

export const addReply = defineCall({
  method: 'POST',
  path: '/bitrix24/operator/replies',
  summary: 'The operator writes to a chat, or changes what he has written.',
  accepts: z.strictObject({
    ...chat,
    messageId: z.int().optional().describe('a message of his: it is changed to the text'),
    text: z.string().min(1).default('Здравствуйте! Чем помочь?').describe('what he writes'),
    files: z
      .array(z.strictObject({ url: z.url(), name: z.string().min(1) }))
      .default([])
      .describe('files: url and name of each'),
    userId: z.int().min(1).optional().describe('another employee than the operator'),
  }),
  status: 201,
  run({ messageId, text, files, userId, ...which }, { bitrix24 }) {
    if (messageId !== undefined) {
      const message = operatorMessage(bitrix24, messageId);
      edit(bitrix24, message, text);
      return { chatId: message.chatId, messageId };
    }
    const { id, chatId } = reply(bitrix24, chosenChat(bitrix24, which), {
      text,
      files,
      ...(userId === undefined ? {} : { userId }),
    });
    return { chatId, messageId: id };
  },
});

export const deleteReply = defineCall({
  method: 'DELETE',
  path: '/bitrix24/operator/replies',
  summary: 'The operator deletes what he has written.',
  accepts: z.strictObject({ messageId: z.coerce.number().int().describe('which') }),
  run({ messageId }, { bitrix24 }) {
    const message = operatorMessage(bitrix24, messageId);
    remove(bitrix24, message);
    return { chatId: message.chatId, messageId };
  },
});

export const finishDialog = defineCall({
  method: 'POST',
  path: '/bitrix24/operator/finish',
  summary: 'The operator ends a dialog: the next message begins another session.',
  accepts: z.strictObject(chat),
  run(which, { bitrix24 }) {
    const { id, sessionId, ...rest } = chosenChat(bitrix24, which);
    finish(bitrix24, { id, sessionId, ...rest });
    return { chatId: id, sessionId };
  },
});

function operatorMessage({ state }: PortalContext, id: number): Message {
  const message = state.rows(MESSAGES).get(id);
  if (message?.from !== 'operator')
    throw new ControlError(404, 'UNKNOWN_MESSAGE', `The operator has written no message ${id}`);
  return message;
}

function chosenChat(
  context: PortalContext,
  which: { chatId?: number | undefined; externalId?: string | undefined },
): Chat {
  const { chatId } = which;
  const found = chatId === undefined ? chatsOf(context, which).at(-1) : context.state.rows(CHATS).get(chatId);
  if (!found) throw new ControlError(404, 'UNKNOWN_CHAT', 'There is no such chat');
  return found;
}
