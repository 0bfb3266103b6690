import { historyOf } from '../../abonents/history-of-abonent.ts';
import { operatorOf } from '../../auth/caller.ts';
import { pageWire } from '../../http-list.ts';
import { idIn } from '../../lookup.ts';
import { RequestProblem } from '../../problem.ts';
import { ABONENTS_V1, type Resource } from '../../resource.ts';

/** What was said between the company and an abonent, newest first, whether it came by REST or by Kafka. */
export const listMessages: Resource = (app, context) => {
  app.get<{ Params: { abonentId: string }; Querystring: { channel?: string } }>(
    `${ABONENTS_V1}/abonents/:abonentId/messages`,
    (request) => {
      const company = operatorOf(request);
      const id = idIn(request, 'abonentId');
      const abonent = context.abonents.find(company, { id });
      if (!abonent) throw new RequestProblem(404, `There is no abonent ${id}`);
      const { channel } = request.query;
      const history = historyOf(context, company, id).filter(
        (entry) => !channel || entry.channel === channel,
      );
      return pageWire(request, history, ({ id: messageId, isIncoming, channel: through, text, atMs }) => ({
        id: messageId,
        abonent: { id, phone: abonent.phone },
        channel: through,
        incoming: isIncoming,
        message: text,
        messageDate: new Date(atMs).toISOString(),
      }));
    },
  );
};
