import { isUtf8 } from 'node:buffer';
import {
  CompanyShortName,
  DomovoyError,
  messagesIn,
  messagesOut,
  readEvent,
  signUps,
  signUpsAll,
  type TopicDefinition,
} from '@domovoy/models';
import type { DeadInboxEvent, Store } from '@domovoy/store';
import { receiveIncomingMessages } from '../../messaging/receive-incoming-messages.ts';
import { receiveOutgoingMessages } from '../../messaging/receive-outgoing-messages.ts';
import { receiveSignUps } from '../../sign-up/receive-sign-ups.ts';
import type { Received, ReceivedChunk } from '../event-record.ts';
import type { EventSource } from '../event-source.ts';

/** Null: it is taken in. Otherwise what is wrong with it, for a person. */
export type Refusal = string | null;

/** Takes a record in by the way of the intake; the inbox has to have none at its place. */
export async function takeInAgain(store: Store, dead: DeadInboxEvent): Promise<Refusal> {
  const company = CompanyShortName.parse(dead.companyShortName);
  switch (dead.topic) {
    case signUps(company).name:
      return take(store, dead, signUps(company), (source, chunk) =>
        receiveSignUps(store, source, { ...chunk, scope: 'company' }),
      );
    case signUpsAll().name:
      return take(store, dead, signUpsAll(), (source, chunk) =>
        receiveSignUps(store, source, { ...chunk, scope: 'network' }),
      );
    case messagesIn(company).name:
      return take(store, dead, messagesIn(company), (source, chunk) =>
        receiveIncomingMessages(store, source, chunk),
      );
    case messagesOut(company).name:
      return take(store, dead, messagesOut(company), (source, chunk) =>
        receiveOutgoingMessages(store, source, chunk),
      );
    default:
      return 'nothing is read from its topic today';
  }
}

async function take<Definition extends TopicDefinition>(
  store: Store,
  dead: DeadInboxEvent,
  definition: Definition,
  receive: (
    source: EventSource,
    chunk: ReceivedChunk<Definition['schema']['_zod']['output']>,
  ) => Promise<Received>,
): Promise<Refusal> {
  const { raw, offset, hash, partition } = dead;
  if (raw === null || raw.length === 0) return 'it has no value that could be read';
  if (!isUtf8(raw)) return 'the value is not valid UTF-8';
  const payload = Buffer.from(raw).toString('utf8');
  const read = readEvent(definition, payload);
  if (!read.ok) return read.reason;
  // The hash stays the record's: by another one a repeat from Kafka would look like a topic that was created anew.
  const timestampMs = dead.timestampMs ?? Date.parse(dead.receivedAt);
  const record = { offset, hash, timestampMs, payload, event: read.event };
  const { fresh } = await receive(sourceOf(dead), { partition, records: [record], dead: [] });
  if (fresh === 1) return null;
  throw new DomovoyError('an event was in the inbox after its row was removed', {
    code: 'INBOX_EVENT_KEPT',
    meta: { sourceId: dead.sourceId, partition, offset: String(offset) },
  });
}

/** The source as it was when the event came, also when the topic was created anew since. */
const sourceOf = ({ sourceId, companyId, integrationId, topic, epoch }: DeadInboxEvent): EventSource => ({
  companyId,
  integrationId,
  topic,
  epoch,
  target: (partition) => ({ sourceId, partition, companyId }),
  renew: () => Promise.resolve(),
});
