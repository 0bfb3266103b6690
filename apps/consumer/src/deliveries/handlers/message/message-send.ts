import {
  ambiguous,
  type DELIVERY_KINDS,
  delivered,
  messageStatesBefore,
  type Outcome,
  type Payload,
  skipped,
} from '@domovoy/domain';
import { flagMessageOutcomeUnknown, loadMessageToSend, markMessageFailed } from '@domovoy/store';
import type { HandlerTools } from '../../delivery-handlers.ts';
import type { DeliveryHandler } from '../../handler.ts';
import { byKafka } from './send-by-kafka.ts';
import { byRest } from './send-by-rest.ts';
import { settleSent } from './settle-sent.ts';

type MessageSend = Payload<(typeof DELIVERY_KINDS)['message.send']>;

const FIRST_LOOK_MS = 500;
const LONGEST_LOOK_MS = 60_000;

/**
 * Sends a message once. After an attempt without an answer it first finds out what became of that one: a second copy
 * is worse than a pause. Until it is known people see the message flagged, and the answers behind it wait.
 */
export function messageSendHandler(tools: HandlerTools): DeliveryHandler<MessageSend> {
  const { store, rosdomofonOf, messagesOutOf } = tools;
  const ways = { kafka: byKafka(store, messagesOutOf), rest: byRest(store, rosdomofonOf) };
  return {
    async handle(delivery, context): Promise<Outcome> {
      const { companyId, attempt, ambiguousAttempts, payload } = delivery;
      const { messageId } = payload;
      const way = ways[payload.by];
      const message = await loadMessageToSend(store.db, { companyId, messageId });
      if (message === null) return skipped('MESSAGE_GONE');
      // Its record was seen in the topic.
      if (message.state === 'sent') return delivered({ seen: true });
      if (ambiguousAttempts === 0 && !message.isOutcomeUnknown) return way.send(message, context, companyId);

      await flagMessageOutcomeUnknown(store, { companyId, messageId });
      const trace = await way.look(message, context, companyId);
      if (trace === 'sent') return delivered({ seen: true }, settleSent({ companyId, messageId }));
      if (trace === 'absent') return way.send(message, context, companyId);
      return ambiguous('OUTCOME_AWAITED', Math.min(FIRST_LOOK_MS * 2 ** (attempt - 1), LONGEST_LOOK_MS));
    },

    async onDead(tx, { id, companyId, payload: { messageId } }, code) {
      const from = messageStatesBefore('failed');
      await markMessageFailed(tx, { companyId, messageId, from, deliveryId: id, code });
    },
  };
}
