import type { EventSource, Intake, Received } from '@domovoy/domain';
import type { Chunk } from '@domovoy/kafka-client';
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

/** A processor out of a topic and the use case that its events go to. */
export const createProcessor = (intake: Intake): Processor => ({
  topic: intake.topic.name,
  kind: intake.topic.kind,
  receive: (store, source, chunk) =>
    sparePoison(decodeChunk(intake.topic, chunk), (part) => intake.receive(store, source, part), burialOf),
});
