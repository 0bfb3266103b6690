import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { DataFolderDamagedError } from '../errors.ts';
import { replaceFile } from '../files/replace-file.ts';

/**
 * The changes of a city or a portal, a line of JSON each, written before they take effect. A line that was written
 * survives a `kill -9`, since it is the kernel's by then; half a line is a change that nobody was told of, and is cut off.
 */
export interface Journal<Heading, Change> {
  /** The first line: whose changes these are, and the ids that were given before the journal began. */
  readonly heading: Heading;
  /** Nothing has happened. */
  readonly isEmpty: boolean;
  /** Reads from the beginning. */
  changes(): Iterable<Change>;
  append(change: Change): void;
  /** No changes any more; ids go on where they were. */
  restart(heading: Heading): void;
  close(): void;
}

export interface JournalOptions<Heading, Change> {
  file: string;
  /** Of a journal that begins. */
  heading: Heading;
  schemas: { heading: z.ZodType<Heading>; change: z.ZodType<Change> };
  /** What becomes of everything when somebody deletes a damaged file. */
  withoutIt: string;
}

const LINE_END = 0x0a;
const READ_BYTES = 1 << 20;

export function openJournal<Heading, Change>(
  options: JournalOptions<Heading, Change>,
): Journal<Heading, Change> {
  const { file, schemas } = options;
  const readLine = <T>(schema: z.ZodType<T>, line: string, number: number) => {
    try {
      return schema.parse(JSON.parse(line));
    } catch (error) {
      throw new DataFolderDamagedError(`${file}, line ${number},`, options.withoutIt, error);
    }
  };
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) begin(file, options.heading);
  let descriptor = openSync(file, 'a+');
  let isClosed = false;
  cutHalfALine(descriptor);
  let size = fstatSync(descriptor).size;
  const [line = ''] = linesOf(descriptor);
  let heading = readLine(schemas.heading, line, 1);
  let headingSize = Buffer.byteLength(line) + 1;
  return {
    get heading() {
      return heading;
    },
    get isEmpty() {
      return size === headingSize;
    },
    *changes() {
      let number = 0;
      for (const text of linesOf(descriptor)) {
        number += 1;
        if (number > 1) yield readLine(schemas.change, text, number);
      }
    },
    append(change) {
      // By now the number of the descriptor may be another file's.
      if (isClosed) throw new TypeError('the journal is closed');
      const bytes = Buffer.from(`${JSON.stringify(change)}\n`);
      try {
        writeWhole(descriptor, bytes);
      } catch (error) {
        ftruncateSync(descriptor, size); // a full disk: what comes later must not hang on to half a line
        throw error;
      }
      size += bytes.length;
    },
    restart(next) {
      closeSync(descriptor);
      heading = next;
      begin(file, heading);
      descriptor = openSync(file, 'a+');
      size = fstatSync(descriptor).size;
      headingSize = size;
    },
    close() {
      isClosed = true;
      closeSync(descriptor);
    },
  };
}

const begin = (file: string, heading: unknown) =>
  replaceFile(file, `${JSON.stringify(heading)}\n`, { mode: 0o600 });

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; )
    written += writeSync(descriptor, bytes, written, bytes.length - written);
}

/** Complete lines only; read in pieces, so that a long journal is never in memory as a whole. */
function* linesOf(descriptor: number): Generator<string, void> {
  const buffer = Buffer.alloc(READ_BYTES);
  let rest: Buffer = Buffer.alloc(0);
  for (let position = 0; ; ) {
    const count = readSync(descriptor, buffer, 0, buffer.length, position);
    if (count === 0) return;
    position += count;
    const bytes = Buffer.concat([rest, buffer.subarray(0, count)]);
    let start = 0;
    for (let end = bytes.indexOf(LINE_END); end !== -1; end = bytes.indexOf(LINE_END, start)) {
      yield bytes.toString('utf8', start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
}

function cutHalfALine(descriptor: number): void {
  const buffer = Buffer.alloc(READ_BYTES);
  for (let end = fstatSync(descriptor).size; end > 0; ) {
    const start = Math.max(0, end - buffer.length);
    const count = readSync(descriptor, buffer, 0, end - start, start);
    const found = buffer.subarray(0, count).lastIndexOf(LINE_END);
    if (found !== -1) return ftruncateSync(descriptor, start + found + 1);
    end = start;
  }
  ftruncateSync(descriptor, 0);
}
