import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceFile } from '../../files/replace-file.ts';
import { KafkaError } from '../protocol/error-code.ts';
import {
  type BatchHeader,
  readBatchHeader,
  readBatchRecords,
  type StoredRecord,
  stampBaseOffset,
} from '../records/record-batch.ts';
import { ProducerSequences } from './producer-sequences.ts';
import { Segment } from './segment.ts';

export interface RetentionOptions {
  /** A segment is closed, and can be deleted, when it would grow beyond this. */
  readonly segmentBytes: number;
  /** Whole segments are deleted, oldest first, while the others hold at least this much. */
  readonly retentionBytes: number;
}

export interface LogOptions extends RetentionOptions {
  onAppend(firstOffset: number, endOffset: number): void;
}

/** Where a batch is. About 100 bytes of memory per batch. */
interface IndexEntry {
  readonly baseOffset: number;
  readonly lastOffset: number;
  readonly maxTimestamp: number;
  readonly segment: Segment;
  readonly position: number;
  readonly byteLength: number;
}

const START_FILE = 'start';

/**
 * One partition: an append-only log of record batches in segment files, and what is derived from them in memory.
 *
 * A write reaches the page cache before it is acknowledged: it survives the death of the process, not a power cut. Reads and
 * writes are synchronous: cheaper than the thread pool on a cached file, and each append is atomic for the rest of the program.
 */
export class PartitionLog {
  readonly #dir: string;
  readonly #options: LogOptions;
  readonly #segments: Segment[] = []; // oldest first
  readonly #index: IndexEntry[] = [];
  readonly #producers = new ProducerSequences();
  readonly #waiters = new Set<() => void>();
  #startOffset = 0;
  #endOffset = 0;
  #byteLength = 0;

  constructor(dir: string, options: LogOptions) {
    this.#dir = dir;
    this.#options = options;
    mkdirSync(dir, { recursive: true });
    this.#recover();
  }

  /** The first offset that can be read. */
  get startOffset(): number {
    return this.#startOffset;
  }

  /** The offset of the next record; also the high watermark, there being one replica. */
  get endOffset(): number {
    return this.#endOffset;
  }

  /** Stores a batch and returns its base offset. The repeat of an idempotent producer is not stored again: it gets the offset of the first time. */
  append(batch: Buffer): number {
    const header = readBatchHeader(batch);
    const repeatedOffset = this.#producers.findRepeat(header);
    if (repeatedOffset !== undefined) return repeatedOffset;
    const baseOffset = this.#endOffset;
    stampBaseOffset(batch, baseOffset);
    const segment = this.#segmentFor(batch.length);
    const position = segment.append(batch);
    this.#add({ ...header, baseOffset, lastOffset: baseOffset + header.lastOffsetDelta }, segment, position);
    this.#enforceRetention();
    this.#wakeAll();
    this.#options.onAppend(baseOffset, this.#endOffset);
    return baseOffset;
  }

  /** Whole batches, beginning with the one that holds `offset`: clients skip what comes before the offset they asked for. */
  read(offset: number, maxBytes: number, atLeastOneBatch: boolean): Buffer {
    if (offset < this.#startOffset || offset > this.#endOffset) throw new KafkaError('OFFSET_OUT_OF_RANGE');
    const entries: IndexEntry[] = [];
    let byteLength = 0;
    for (let i = this.#findIndex(offset); i < this.#index.length; i++) {
      const entry = this.#index[i]!;
      const isFirst = entries.length === 0 && atLeastOneBatch;
      if (byteLength + entry.byteLength > maxBytes && !isFirst) break;
      entries.push(entry);
      byteLength += entry.byteLength;
    }
    return readEntries(entries, byteLength);
  }

  /** The records from `offset` on, at most `limit`. */
  *records(offset: number, limit = Number.POSITIVE_INFINITY): Generator<StoredRecord> {
    let left = limit;
    let next = Math.max(offset, this.#startOffset);
    while (left > 0 && next < this.#endOffset) {
      for (const record of readBatchRecords(this.read(next, 0, true))) {
        if (record.offset < next) continue;
        yield record;
        next = record.offset + 1;
        left--;
        if (left === 0) return;
      }
    }
  }

  /** The first record that is not older than `timestamp`. Times come from clients and need not ascend, so there is no binary search. */
  findByTimestamp(timestamp: number): StoredRecord | undefined {
    for (const entry of this.#index) {
      if (entry.maxTimestamp < timestamp || entry.lastOffset < this.#startOffset) continue;
      const from = Math.max(entry.baseOffset, this.#startOffset);
      for (const record of readBatchRecords(this.read(from, 0, true))) {
        if (record.timestamp >= timestamp && record.offset >= this.#startOffset) return record;
      }
    }
    return undefined;
  }

  /** Makes everything before `offset` unreadable, then deletes the segments that lie wholly before it. Returns the first readable offset. */
  deleteBefore(offset: number): number {
    if (offset < 0 || offset > this.#endOffset) throw new KafkaError('OFFSET_OUT_OF_RANGE');
    if (offset <= this.#startOffset) return this.#startOffset;
    this.#startOffset = offset;
    replaceFile(path.join(this.#dir, START_FILE), String(offset));
    for (let second = this.#segments[1]; second && second.baseOffset <= offset; second = this.#segments[1]) {
      this.#dropOldestSegment(second.baseOffset);
    }
    return offset;
  }

  /** Calls back once, after the next append, or when the log is closed. Returns a function that takes it back. */
  onNextChange(wake: () => void): () => void {
    this.#waiters.add(wake);
    return () => this.#waiters.delete(wake);
  }

  close(): void {
    for (const segment of this.#segments) segment.close();
    this.#segments.length = 0;
    this.#index.length = 0;
    this.#startOffset = this.#endOffset;
    this.#wakeAll();
  }

  #recover(): void {
    const baseOffsets = readdirSync(this.#dir)
      .map((fileName) => Segment.baseOffsetOf(fileName))
      .filter((baseOffset) => baseOffset !== undefined)
      .toSorted((a, b) => a - b);
    for (const baseOffset of baseOffsets) {
      const segment = this.#openSegment(baseOffset);
      segment.recover(baseOffset === baseOffsets.at(-1), (header, position) =>
        this.#add(header, segment, position),
      );
    }
    const oldest = this.#segments[0] ?? this.#openSegment(0);
    this.#startOffset = Math.max(readStartOffset(path.join(this.#dir, START_FILE)), oldest.baseOffset);
    this.#endOffset = Math.max(this.#endOffset, this.#startOffset);
  }

  #openSegment(baseOffset: number): Segment {
    const segment = new Segment(this.#dir, baseOffset);
    this.#segments.push(segment);
    this.#endOffset = baseOffset;
    return segment;
  }

  #segmentFor(byteLength: number): Segment {
    const newest = this.#segments.at(-1);
    const hasRoom =
      newest && (newest.byteLength === 0 || newest.byteLength + byteLength <= this.#options.segmentBytes);
    return hasRoom ? newest : this.#openSegment(this.#endOffset);
  }

  #add(header: BatchHeader, segment: Segment, position: number): void {
    const { baseOffset, lastOffset, maxTimestamp, byteLength } = header;
    this.#index.push({ baseOffset, lastOffset, maxTimestamp, segment, position, byteLength });
    this.#producers.remember(header);
    this.#endOffset = lastOffset + 1;
    this.#byteLength += byteLength;
  }

  /** The place in the index of the first batch whose last offset is not before `offset`. */
  #findIndex(offset: number): number {
    let low = 0;
    let high = this.#index.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#index[middle]!.lastOffset < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whole segments only, and never the one that is being written. */
  #enforceRetention(): void {
    for (let [oldest, second] = this.#segments; oldest && second; [oldest, second] = this.#segments) {
      if (this.#byteLength - oldest.byteLength < this.#options.retentionBytes) return;
      this.#dropOldestSegment(second.baseOffset);
      this.#startOffset = Math.max(this.#startOffset, second.baseOffset);
    }
  }

  #dropOldestSegment(nextBaseOffset: number): void {
    const oldest = this.#segments.shift();
    this.#index.splice(0, this.#findIndex(nextBaseOffset));
    this.#byteLength -= oldest?.byteLength ?? 0;
    oldest?.delete();
  }

  #wakeAll(): void {
    const waiting = [...this.#waiters];
    this.#waiters.clear();
    for (const wake of waiting) wake();
  }
}

/** One read per segment that is touched: the batches of a segment lie next to each other. */
function readEntries(entries: readonly IndexEntry[], byteLength: number): Buffer {
  const out = Buffer.allocUnsafe(byteLength);
  let at = 0;
  for (let i = 0; i < entries.length; ) {
    const { segment, position } = entries[i]!;
    let length = 0;
    for (; entries[i]?.segment === segment; i++) length += entries[i]!.byteLength;
    segment.readInto(out, at, length, position);
    at += length;
  }
  return out;
}

function readStartOffset(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}
