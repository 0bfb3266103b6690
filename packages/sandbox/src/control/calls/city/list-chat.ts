import { z } from 'zod';
import { historyOf } from '../../../rosdomofon/abonents/history-of-abonent.ts';
import { defineCall } from '../../call.ts';
import { namedAbonent } from '../../chosen-abonent.ts';
import { limit, who } from '../../fields.ts';

export const listChat = defineCall({
  method: 'GET',
  path: '/chat',
  summary: 'What an abonent wrote and was told, newest first, whether it came by REST or by Kafka.',
  accepts: z.strictObject({ ...who, limit }),
  run({ limit: atMost, ...input }, context) {
    const { id } = namedAbonent(context, input);
    const { company } = context.state.current().city.plan.own;
    return { abonentId: id, messages: historyOf(context, company, id).slice(0, atMost) };
  },
});
