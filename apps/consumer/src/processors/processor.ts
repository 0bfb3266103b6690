import type { EventSource, Received, ReceivedChunk } from '@domovoy/domain';
import type { Chunk } from '@domovoy/kafka-client';
import type { TopicDefinition } from '@domovoy/models';
import type { Store } from '@domovoy/store';
import { decodeChunk } from './decode-chunk.ts';
import { burialOf, sparePoison } from './spare-poison.ts';

/** What is done with the records of one topic. */
export interface Processor {
  readonly topic: string;
  readonly kind: string;
  /** Resolves when all of the chunk is in the database: the offset may move. */
  receive(store: Store, source: EventSource, chunk: Chunk): Promise<Received>;
}

type EventOf<Definition extends TopicDefinition> = Definition['schema']['_zod']['output'];

/** A processor out of a topic and the use case that its events go to. */
export function defineProcessor<Definition extends TopicDefinition>(options: {
  topic: Definition;
  receive: (
    store: Store,
    source: EventSource,
    chunk: ReceivedChunk<EventOf<Definition>>,
  ) => Promise<Received>;
}): Processor {
  const { topic, receive } = options;
  return {
    topic: topic.name,
    kind: topic.kind,
    receive: (store, source, chunk) =>
      sparePoison(decodeChunk(topic, chunk), (part) => receive(store, source, part), burialOf),
  };
}
