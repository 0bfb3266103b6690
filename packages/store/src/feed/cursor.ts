import { DomovoyError } from '@domovoy/models';

/** A place in the feed: rows are ordered by the transaction that wrote them, then by id. Both stay text: xid8 is wider than a number. */
export interface FeedPosition {
  readonly xid: string;
  readonly id: string;
}

/** A position is only valid in its epoch: transaction ids start over in a restored database. */
export interface FeedCursor extends FeedPosition {
  readonly epoch: number;
}

/** Before everything. */
export const FEED_START: FeedPosition = { xid: '0', id: '0' };

/** The text is no cursor of ours: INVALID_CURSOR. */
export class InvalidCursorError extends DomovoyError {}

const MAX_EPOCH = 2n ** 31n;
const MAX_XID = 2n ** 64n;
const MAX_ID = 2n ** 63n;
const SHAPE = /^(0|[1-9]\d*):(0|[1-9]\d*):(0|[1-9]\d*)$/;

/** Negative: a is before b. */
export function comparePositions(a: FeedPosition, b: FeedPosition): number {
  const difference = BigInt(a.xid) - BigInt(b.xid) || BigInt(a.id) - BigInt(b.id);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const encodeCursor = ({ epoch, xid, id }: FeedCursor): string =>
  Buffer.from(`${epoch}:${xid}:${id}`).toString('base64url');

/** @throws InvalidCursorError */
export function decodeCursor(text: string): FeedCursor {
  const [, epoch = '', xid = '', id = ''] = SHAPE.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  const isInRange = epoch !== '' && BigInt(epoch) < MAX_EPOCH && BigInt(xid) < MAX_XID && BigInt(id) < MAX_ID;
  const cursor = { epoch: Number(epoch), xid, id };
  // Decoding base64 is lenient; what we gave out is exactly one text per position.
  if (!isInRange || encodeCursor(cursor) !== text)
    throw new InvalidCursorError('This is not a cursor of the feed.', { code: 'INVALID_CURSOR' });
  return cursor;
}
