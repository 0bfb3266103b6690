import { DomovoyError } from '@domovoy/models';
import { type IntakeTarget, notifyChanges, recordDeadEvents, type Store } from '@domovoy/store';
import type { DeadRecord, Received } from './event-record.ts';
import type { EventSource } from './event-source.ts';

interface Recorded {
  readonly fresh: number;
  readonly recreated: boolean;
}

/** The chunk's records are other ones than the inbox has at these coordinates, even in an epoch of their own. */
class EpochConflictError extends DomovoyError {}

/**
 * What all kinds of events share: dead ones first, then the rows in one statement (the Kafka offset moves only after
 * both), and once more in a new epoch when the topic turns out to be another one than before.
 */
export async function receiveChunk<Rows extends Recorded>(
  store: Store,
  source: EventSource,
  chunk: { partition: number; dead: readonly DeadRecord[] },
  recordRows: (target: IntakeTarget) => Promise<Rows | null>,
): Promise<{ rows: Rows | null; received: Received }> {
  const record = async (epoch: number) => {
    const target = source.target(chunk.partition);
    const dead = chunk.dead.length > 0 ? await recordDeadEvents(store, target, chunk.dead) : null;
    const rows = dead?.recreated ? null : await recordRows(target);
    return { epoch, dead, rows, recreated: (dead?.recreated || rows?.recreated) ?? false };
  };

  let recorded = await record(source.epoch);
  const { recreated } = recorded;
  if (recreated) {
    if (source.epoch === recorded.epoch) await source.renew();
    recorded = await record(source.epoch);
    if (recorded.recreated)
      throw new EpochConflictError('the records differ from the inbox in the new epoch as well', {
        code: 'INBOX_EPOCH_CONFLICT',
        retryable: true,
        meta: { topic: source.topic, partition: chunk.partition },
      });
  }

  const received = { fresh: recorded.rows?.fresh ?? 0, dead: recorded.dead?.fresh ?? 0, recreated };
  // Only a wake-up: readers poll as well, so nobody waits for it and its failure changes nothing.
  if (received.fresh + received.dead > 0) notifyChanges(store).catch(() => undefined);
  return { rows: recorded.rows, received };
}
