import { KafkaError } from '../protocol/error-code.ts';
import type { BatchHeader } from '../records/record-batch.ts';

interface RememberedBatch {
  readonly first: number;
  readonly last: number;
  readonly baseOffset: number;
}

interface Producer {
  readonly epoch: number;
  readonly recent: RememberedBatch[];
}

/** Idempotent clients have at most five requests under way, so a repeat is among the last five batches. */
const REMEMBERED_BATCHES = 5;
const SEQUENCES = 2 ** 31;

/** What makes an idempotent producer's repeats free: the sequence numbers that one partition has seen. */
export class ProducerSequences {
  readonly #producers = new Map<number, Producer>();

  /**
   * Throws when a batch may not come now. Returns the offset of the first time when the batch is a repeat.
   * A producer that is not known here may start anywhere: its earlier records may have been deleted.
   */
  findRepeat(header: BatchHeader): number | undefined {
    const known = this.#producers.get(header.producerId);
    if (header.producerId < 0 || known === undefined) return undefined;
    const { producerEpoch: epoch, baseSequence: first } = header;
    if (epoch < known.epoch) throw new KafkaError('INVALID_PRODUCER_EPOCH');
    const last = advance(first, header.lastOffsetDelta);
    const isSameEpoch = epoch === known.epoch;
    const repeated = known.recent.find((batch) => batch.first === first && batch.last === last);
    if (isSameEpoch && repeated) return repeated.baseOffset;
    const latest = known.recent.at(-1);
    const expected = isSameEpoch && latest ? advance(latest.last, 1) : 0;
    if (first !== expected) throw new KafkaError('OUT_OF_ORDER_SEQUENCE_NUMBER');
    return undefined;
  }

  remember(header: BatchHeader): void {
    if (header.producerId < 0) return;
    let producer = this.#producers.get(header.producerId);
    if (producer?.epoch !== header.producerEpoch) {
      producer = { epoch: header.producerEpoch, recent: [] };
      this.#producers.set(header.producerId, producer);
    }
    producer.recent.push({
      first: header.baseSequence,
      last: advance(header.baseSequence, header.lastOffsetDelta),
      baseOffset: header.baseOffset,
    });
    if (producer.recent.length > REMEMBERED_BATCHES) producer.recent.shift();
  }
}

/** Sequence numbers go on at 0 after 2^31 - 1. */
const advance = (sequence: number, by: number) => (sequence + by) % SEQUENCES;
