import { type IncomingMessageEvent, messageText } from '@domovoy/models';
import { databaseNowMs, notifyDeliveries, recordIncomingMessages, type Store } from '@domovoy/store';
import { messageAutoReply } from '../deliveries/kinds/message-auto-reply.ts';
import type { Received, ReceivedChunk } from '../intake/event-record.ts';
import type { EventSource } from '../intake/event-source.ts';
import { believableTime } from '../intake/event-time.ts';
import { receiveChunk } from '../intake/receive-chunk.ts';

export interface ReceivedIncomingMessages extends Received {
  /** Conversations that began with one of these messages. */
  readonly started: number;
}

/** Messages from abonents arrive: each opens or reopens its conversation and counts as unread. Where the company answers by itself, that is thought over next. */
export async function receiveIncomingMessages(
  store: Store,
  source: EventSource,
  chunk: ReceivedChunk<IncomingMessageEvent>,
  now: () => number | Promise<number> = () => databaseNowMs(store),
): Promise<ReceivedIncomingMessages> {
  const nowMs = await now();
  const messages = chunk.records.map(({ offset, hash, payload, timestampMs, event }) => ({
    offset,
    hash,
    payload,
    abonentRosdomofonId: event.fromAbonent.id,
    phone: event.fromAbonent.phone,
    channel: event.channel,
    text: messageText(event),
    sentAt: believableTime(timestampMs, nowMs),
  }));
  const answers = {
    integrationId: source.integrationId,
    kind: 'message.auto_reply',
    maxAttempts: messageAutoReply.maxAttempts,
  };
  const { rows, received } = await receiveChunk(store, source, chunk, async (target) =>
    messages.length > 0 ? recordIncomingMessages(store, target, messages, answers) : null,
  );
  // Only a wake-up: owners poll as well.
  if (rows && rows.enqueued > 0) notifyDeliveries(store, [source.integrationId]).catch(() => undefined);
  return { ...received, started: rows?.started ?? 0 };
}
