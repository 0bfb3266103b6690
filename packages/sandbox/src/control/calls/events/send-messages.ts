import { IncomingMessageEvent, messageText } from '@domovoy/models';
import { z } from 'zod';
import { defineCall } from '../../call.ts';
import { chosenAbonent } from '../../chosen-abonent.ts';
import { abonentId, accountId, count, phone, timestampMs } from '../../fields.ts';

export const sendMessages = defineCall({
  method: 'POST',
  path: '/messages',
  summary: 'Abonents write to the operator (MESSAGES_IN); each is in the history of the abonent too.',
  accepts: z.strictObject({
    count,
    text: z.string().optional().describe('what the abonent writes; a phrase is chosen when not given'),
    abonentId,
    phone,
    accountId,
    timestampMs,
  }),
  status: 201,
  run({ count: amount, text, timestampMs: time, ...who }, context) {
    const { log, events } = context;
    const abonent = chosenAbonent(context, who);
    const details = { text, timestampMs: time, abonentId: abonent?.id, phone: abonent?.phone };
    return {
      messages: Array.from({ length: amount }, () => events().message(details))
        .flat()
        .map((record) => {
          const event = IncomingMessageEvent.parse(JSON.parse(record.value));
          return { abonentId: event.fromAbonent.id, text: messageText(event), ...log.append(record) };
        }),
    };
  },
});
