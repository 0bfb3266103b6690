import { messageText, type OutgoingMessageEvent } from '@domovoy/models';
import { databaseNowMs, recordOutgoingMessages, type Store } from '@domovoy/store';
import type { Received, ReceivedChunk } from '../intake/event-record.ts';
import type { EventSource } from '../intake/event-source.ts';
import { believableTime } from '../intake/event-time.ts';
import { receiveChunk } from '../intake/receive-chunk.ts';

/** Messages to abonents arrive, whoever of the operator's programs sent them: each recipient's conversation gets one. */
export async function receiveOutgoingMessages(
  store: Store,
  source: EventSource,
  chunk: ReceivedChunk<OutgoingMessageEvent>,
  now: () => number | Promise<number> = () => databaseNowMs(store),
): Promise<Received> {
  const nowMs = await now();
  const messages = chunk.records.map(({ offset, hash, payload, timestampMs, event }) => ({
    offset,
    hash,
    payload,
    channel: event.channel,
    text: messageText(event),
    sentAt: believableTime(timestampMs, nowMs),
    // Beyond every calendar it is nobody's of ours, and no value for the database.
    recordedMs: Number.isNaN(new Date(timestampMs).getTime()) ? 0 : timestampMs,
    recipients: (event.toAbonents ?? []).map(({ id, phone }) => ({ abonentRosdomofonId: id, phone })),
  }));
  const { received } = await receiveChunk(store, source, chunk, async (target) =>
    messages.length > 0 ? recordOutgoingMessages(store, target, messages) : null,
  );
  return received;
}
