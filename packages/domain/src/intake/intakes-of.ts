import {
  type CompanyShortName,
  messagesIn,
  messagesOut,
  signUps,
  signUpsAll,
  type TopicDefinition,
} from '@domovoy/models';
import type { Store } from '@domovoy/store';
import { receiveIncomingMessages } from '../messaging/receive-incoming-messages.ts';
import { receiveOutgoingMessages } from '../messaging/receive-outgoing-messages.ts';
import { receiveSignUps } from '../sign-up/receive-sign-ups.ts';
import type { Received, ReceivedChunk } from './event-record.ts';
import type { EventSource } from './event-source.ts';

/** A topic, and the use case that its events go to. */
export interface Intake {
  readonly topic: TopicDefinition;
  /** Events as the topic's own schema has read them, and no others. */
  receive(store: Store, source: EventSource, chunk: ReceivedChunk<unknown>): Promise<Received>;
}

/** Here alone it is known which events a topic has: whoever goes through the list reads each by its own schema. */
const intake = <Definition extends TopicDefinition>(
  topic: Definition,
  receive: (
    store: Store,
    source: EventSource,
    chunk: ReceivedChunk<Definition['schema']['_zod']['output']>,
  ) => Promise<Received>,
): Intake => ({ topic, receive });

/** Everything that is read on behalf of one company, from Kafka as from the dead events of the inbox. */
export const intakesOf = (company: CompanyShortName): readonly Intake[] => [
  // The sign-ups that the company works on.
  intake(signUps(company), (store, source, chunk) =>
    receiveSignUps(store, source, { ...chunk, scope: 'company' }),
  ),
  // Every company's sign-ups, kept for statistics until the company's own topic brings one.
  intake(signUpsAll(), (store, source, chunk) =>
    receiveSignUps(store, source, { ...chunk, scope: 'network' }),
  ),
  // What abonents write.
  intake(messagesIn(company), receiveIncomingMessages),
  // What the company answers, from here or from its other programs.
  intake(messagesOut(company), receiveOutgoingMessages),
];
