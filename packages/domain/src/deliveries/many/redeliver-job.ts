import { type DeliveryRow, type Redelivery, redeliver, type Tx } from '@domovoy/store';
import { z } from 'zod';
import { defineJobKind, type JobInHand } from '../../jobs/job-kinds.ts';
import { belongsToNothing } from '../by-hand/belonging.ts';
import { REDELIVERABLE, redeliverSettled } from '../by-hand/redeliver.ts';
import { tell } from '../by-hand/tell.ts';
import { RowId } from '../kinds/row-id.ts';
import { WrittenFilter } from './written-filter.ts';

/** Read at once. */
const PAGE = 500;
/** Made anew at once: each piece is a transaction that holds the feed while it writes. */
const PIECE = 100;

const Checkpoint = z.object({
  /** The last one that was looked at. */
  after: RowId.catch(0n),
  redelivered: z.int().catch(0),
  /** Somebody else had sent these again by then. */
  passedOver: z.int().catch(0),
});
type Checkpoint = z.output<typeof Checkpoint>;

const Input = z.object({ filter: WrittenFilter });

/**
 * Sends all again that match and were over when it was asked for, oldest first. Piece and progress are one transaction:
 * killed at any moment, it goes on behind the last piece, and makes nothing twice.
 */
export const redeliverJob = defineJobKind<typeof Input>({
  input: Input,
  async work(job) {
    let so = Checkpoint.parse(job.checkpoint);
    for (;;) {
      const rows = await nextPage(job, so.after);
      if (rows.length === 0) return resultOf(job, so);
      for (const piece of piecesOf(rows)) {
        job.signal.throwIfAborted();
        so = await redeliverPiece(job, piece, so);
      }
    }
  },
});

/** What was sent again before the job came to look at it is not even found by it. */
const resultOf = ({ total }: JobInHand, { redelivered, passedOver }: Checkpoint) => ({
  redelivered,
  passedOver: Math.max(passedOver, (total ?? 0) - redelivered),
});

async function nextPage(
  { store, companyId, input, requestedAt }: JobInHand<z.output<typeof Input>>,
  after: bigint,
) {
  const filter = { ...input.filter, isNewest: true, settledUntil: requestedAt };
  const company = store.company(companyId);
  const ids = await company.listDeliveryIds({ filter, after, limit: PAGE });
  const rows = await company.loadDeliveries(ids);
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** In their order. What is a part of something is a piece of its own: two of them would lock two things at once, in any order. */
function piecesOf(rows: readonly DeliveryRow[]): DeliveryRow[][] {
  const pieces: DeliveryRow[][] = [];
  let isOpen = false;
  for (const row of rows) {
    const isAlone = !belongsToNothing(row.kind);
    const last = pieces.at(-1);
    if (isOpen && !isAlone && last !== undefined && last.length < PIECE) last.push(row);
    else pieces.push([row]);
    isOpen = !isAlone;
  }
  return pieces;
}

async function redeliverPiece(
  job: JobInHand<z.output<typeof Input>>,
  piece: readonly DeliveryRow[],
  so: Checkpoint,
): Promise<Checkpoint> {
  const last = piece.at(-1);
  if (last === undefined) return so;
  const { next, wakes } = await job.store.transaction(async (tx) => {
    const made = await redeliverAll(tx, job, piece);
    const copies = made.filter(({ id }) => id !== null);
    const counted: Checkpoint = {
      after: last.id,
      redelivered: so.redelivered + copies.length,
      passedOver: so.passedOver + piece.length - copies.length,
    };
    await job.save(tx, {
      done: counted.redelivered + counted.passedOver,
      failed: 0,
      checkpoint: { ...counted, after: String(counted.after) },
    });
    return { next: counted, wakes: copies.map(({ integrationId }) => integrationId) };
  });
  if (wakes.length > 0) tell(job.store, [...new Set(wakes)]);
  return next;
}

async function redeliverAll(
  tx: Tx,
  { companyId, requestedBy: actor }: JobInHand,
  piece: readonly DeliveryRow[],
): Promise<Redelivery[]> {
  const [first] = piece;
  if (piece.length === 1 && first !== undefined) {
    const made = await redeliverSettled(tx, first, { states: REDELIVERABLE, actor, isFirstOnly: true });
    return made === null ? [] : [made];
  }
  return redeliver(tx, {
    companyId,
    ids: piece.map(({ id }) => id),
    states: REDELIVERABLE,
    actor,
    isFirstOnly: true,
  });
}
