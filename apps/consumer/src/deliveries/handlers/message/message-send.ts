import {
  ambiguous,
  cancelMessage,
  type DELIVERY_KINDS,
  delivered,
  failStepMessage,
  isStepMessageCancelled,
  messageStatesBefore,
  type Outcome,
  type Payload,
  skipped,
} from '@domovoy/domain';
import { flagMessageOutcomeUnknown, loadMessageToSend, markMessageFailed } from '@domovoy/store';
import type { HandlerTools } from '../../delivery-handlers.ts';
import type { Delivery, DeliveryHandler } from '../../handler.ts';
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
      const of = sentBy(delivery);
      const way = ways[payload.by];
      const message = await loadMessageToSend(store.db, { companyId, messageId });
      if (message === null) return skipped('MESSAGE_GONE');
      // Its record was seen in the topic.
      if (message.state === 'sent') return delivered({ seen: true }, settleSent(of));
      const { signUp, deliveryId } = of;
      if (signUp && (await isStepMessageCancelled(store.db, { signUp, deliveryId })))
        return skipped('SIGN_UP_MOVED_ON', (tx) => cancelMessage(tx, of, of));
      if (ambiguousAttempts === 0 && !message.isOutcomeUnknown) return way.send(message, context, of);

      await flagMessageOutcomeUnknown(store, { companyId, messageId });
      const trace = await way.look(message, context, of);
      if (trace === 'sent') return delivered({ seen: true }, settleSent(of));
      if (trace === 'absent') return way.send(message, context, of);
      return ambiguous('OUTCOME_AWAITED', Math.min(FIRST_LOOK_MS * 2 ** (attempt - 1), LONGEST_LOOK_MS));
    },

    async onDead(tx, delivery, code) {
      const { signUp, ...of } = sentBy(delivery);
      // Before the message: whoever locks both begins with the sign-up.
      if (signUp) await failStepMessage(tx, { ...of, signUp }, code);
      await markMessageFailed(tx, { ...of, from: messageStatesBefore('failed'), code });
    },
  };
}

const sentBy = ({ id, companyId, traceparent, payload }: Delivery<MessageSend>) => ({
  companyId,
  messageId: payload.messageId,
  deliveryId: id,
  signUp: payload.signUp,
  traceparent,
});
