import { closeSync, ftruncateSync, openSync, readFileSync, readSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import { DomovoyError } from '@domovoy/models';
import {
  BATCH_HEADER_BYTES,
  type BatchHeader,
  hasValidCrc,
  readBatchHeader,
} from '../records/record-batch.ts';

const SUFFIX = '.log';

/** A file of the log lost bytes in its middle: the records behind them cannot be found any more. */
class DamagedSegmentError extends DomovoyError {
  constructor(file: string, position: number) {
    super(`The log file ${path.basename(file)} is damaged at byte ${position}.`, {
      code: 'SANDBOX_LOG_DAMAGED',
      meta: { position },
    });
  }
}

/** One append-only file of record batches, named by its first offset. */
export class Segment {
  readonly baseOffset: number;
  readonly #file: string;
  readonly #fd: number;
  #byteLength = 0;

  constructor(dir: string, baseOffset: number) {
    this.baseOffset = baseOffset;
    this.#file = path.join(dir, `${String(baseOffset).padStart(20, '0')}${SUFFIX}`);
    this.#fd = openSync(this.#file, 'a+');
  }

  /** The first offset in a segment file's name; undefined for other files. */
  static baseOffsetOf(fileName: string): number | undefined {
    return fileName.endsWith(SUFFIX) ? Number.parseInt(fileName, 10) : undefined;
  }

  get byteLength(): number {
    return this.#byteLength;
  }

  /**
   * Reads the batches of a file that an earlier process left. One that was killed while writing leaves half a batch at the end
   * of the newest segment: it was never acknowledged and is cut off. Anywhere else half a batch is damage.
   */
  recover(isNewest: boolean, onBatch: (header: BatchHeader, position: number) => void): void {
    const data = readFileSync(this.#file);
    let position = 0;
    while (position + BATCH_HEADER_BYTES <= data.length) {
      const header = readBatchHeader(data, position);
      const end = position + header.byteLength;
      if (header.byteLength < BATCH_HEADER_BYTES || end > data.length) break;
      if (isNewest && !hasValidCrc(data.subarray(position, end))) break;
      onBatch(header, position);
      position = end;
    }
    this.#byteLength = position;
    if (position === data.length) return;
    if (!isNewest) throw new DamagedSegmentError(this.#file, position);
    ftruncateSync(this.#fd, position);
  }

  /** Returns where the batch begins. When the write fails half-way (disk full), what it left is cut off again. */
  append(batch: Buffer): number {
    const position = this.#byteLength;
    try {
      for (let written = 0; written < batch.length; ) written += writeSync(this.#fd, batch, written);
    } catch (error) {
      ftruncateSync(this.#fd, position);
      throw error;
    }
    this.#byteLength += batch.length;
    return position;
  }

  readInto(target: Buffer, at: number, length: number, position: number): void {
    readSync(this.#fd, target, at, length, position);
  }

  close(): void {
    closeSync(this.#fd);
  }

  delete(): void {
    this.close();
    unlinkSync(this.#file);
  }
}
