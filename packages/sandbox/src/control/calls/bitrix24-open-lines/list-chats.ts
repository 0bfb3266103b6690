import { z } from 'zod';
import { type Chat, MESSAGES, VISITORS } from '../../../bitrix24/open-lines/tables.ts';
import type { PortalContext } from '../../../bitrix24/portal-context.ts';
import { defineCall } from '../../call.ts';
import { limit, waitMs } from '../../fields.ts';
import { chatsOf } from './chosen-chats.ts';

export const listChats = defineCall({
  method: 'GET',
  path: '/bitrix24/chats',
  summary:
    'The chats of the open lines with all their messages, the last one last: what arrived, and how often.',
  accepts: z.strictObject({
    connector: z.string().optional().describe('only those of this connector'),
    externalId: z.string().optional().describe('only those of who has this id in the application'),
    messages: z.coerce
      .number()
      .int()
      .min(0)
      .default(0)
      .describe('with waitMs: wait until there are so many messages in these chats'),
    waitMs,
    limit,
  }),
  async run({ limit: atMost, messages: wanted, waitMs: patienceMs, ...which }, { bitrix24 }, signal) {
    const over = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    for (;;) {
      const chats = chatsOf(bitrix24, which)
        .slice(-atMost)
        .map((chat) => described(bitrix24, chat));
      const count = chats.reduce((sum, { messages }) => sum + messages.length, 0);
      if (count >= wanted || patienceMs === 0 || over.aborted) return { chats };
      await bitrix24.events.saved(over);
    }
  },
});

function described({ state }: PortalContext, { code, visitorId, ...chat }: Chat) {
  const visitor = state.rows(VISITORS).get(visitorId);
  const messages = state.rows(MESSAGES);
  return {
    ...chat,
    connector: code,
    visitor: visitor && {
      externalId: visitor.externalId,
      name: visitor.name,
      lastName: visitor.lastName,
      phone: visitor.phone,
    },
    messages: messages
      .idsBy('chatId', chat.id)
      .flatMap((id) => messages.get(id) ?? [])
      .toSorted((a, b) => a.id - b.id)
      .map(({ chatId: _chatId, ...message }) => message),
  };
}
