import { IncomingMessageEvent, messageText } from '@domovoy/models';
import { z } from 'zod';
import { defineCall } from '../call.ts';
import { abonentId, count, phone, timestampMs } from '../fields.ts';

export const sendMessages = defineCall({
  method: 'POST',
  path: '/messages',
  summary: 'Sends messages of abonents to the operator (MESSAGES_IN).',
  accepts: z.strictObject({
    count,
    text: z.string().optional().describe('what the abonent writes; a phrase is chosen when not given'),
    abonentId,
    phone,
    timestampMs,
  }),
  status: 201,
  run: ({ count: amount, ...details }, { log, events }) => ({
    messages: Array.from({ length: amount }, () => events().message(details))
      .flat()
      .map((record) => {
        const event = IncomingMessageEvent.parse(JSON.parse(record.value));
        return { abonentId: event.fromAbonent.id, text: messageText(event), ...log.append(record) };
      }),
  }),
});
