import { ambiguous, delivered } from '@domovoy/domain';
import { KafkaError } from '@domovoy/kafka-client';
import { outgoingMessage, Phone } from '@domovoy/models';
import {
  type IntegrationWithCompany,
  loadMessageToSend,
  type MessageToSend,
  readBackPosition,
  type Store,
} from '@domovoy/store';
import type { MessagesOut } from './messages-out.ts';
import { settleSent } from './settle-sent.ts';
import type { Trace, Way } from './way.ts';

/** What a broker still had of a broken connection is stored by then, and the look that follows sees it. */
const BEFORE_LOOK_MS = 2_000;

/** What others read of it, with the time by which the intake knows it again. */
function recordOf({ abonentRosdomofonId, text, phone, channel, sentAt }: MessageToSend) {
  const { key, value } = outgoingMessage({
    abonentId: Number(abonentRosdomofonId),
    message: text,
    phone: phone === null ? null : Phone.parse(phone),
    channel,
  });
  return { key, value, timestampMs: sentAt.getTime() };
}

/**
 * Through MESSAGES_OUT. What became of an attempt without an answer is seen in the topic, because the intake reads it
 * too: once it is through to the end of the partition, the record is either there or nowhere.
 */
export function byKafka(
  store: Store,
  messagesOutOf: (integration: IntegrationWithCompany) => MessagesOut,
): Way {
  return {
    async send(message, { integration, signal, record }, of) {
      const out = messagesOutOf(integration);
      // A producer does not listen to it. After a time that the process was frozen another one may have sent it.
      if (signal.aborted) throw signal.reason;
      record({ request: { topic: out.topic, length: message.text.length } });
      try {
        const { topic, partition, offset } = await out.send(recordOf(message));
        const place = { topic, partition, offset: String(offset) };
        record({ response: place });
        return delivered(place, settleSent(of));
      } catch (error) {
        if (!(error instanceof KafkaError) || !error.unknownOutcome) throw error;
        return ambiguous(error.code, BEFORE_LOOK_MS);
      }
    },

    async look({ id, abonentRosdomofonId }, { integration }, { companyId }): Promise<Trace> {
      const out = messagesOutOf(integration);
      const { topic } = out;
      const { partition, start, end } = await out.endFor(String(abonentRosdomofonId));
      const position = await readBackPosition(store, { integrationId: integration.id, topic, partition });
      const message = await loadMessageToSend(store.db, { companyId, messageId: id });
      if (message?.state === 'sent') return 'sent';
      return start === end || position + 1n >= end ? 'absent' : 'unknown';
    },
  };
}
