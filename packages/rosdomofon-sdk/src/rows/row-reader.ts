import { JSONParser } from '@streamparser/json';

/** Bytes in, elements of a JSON array out, as soon as each is complete. */
export interface RowReader {
  /** @throws {NotRowsError} */
  read(chunk: Uint8Array): unknown[];
  /** @throws {NotRowsError} when the array is not complete. */
  end(): void;
}

/** What is being read is no JSON array. Its message quotes nothing of it. */
export class NotRowsError extends Error {}

const WHITESPACE = new Set([0x20, 0x09, 0x0a, 0x0d]);
const [OPENING_BRACKET, LESS_THAN] = [0x5b, 0x3c];

export function createRowReader(): RowReader {
  // Without the stack the parser forgets each element once it is handed over.
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false });
  let rows: unknown[] = [];
  let hasBegun = false;
  parser.onValue = ({ value }) => void rows.push(value);

  const begin = (chunk: Uint8Array) => {
    const first = chunk.find((byte) => !WHITESPACE.has(byte));
    if (first === undefined) return;
    hasBegun = true;
    if (first === LESS_THAN) throw new NotRowsError('it is a page of HTML, not JSON');
    if (first !== OPENING_BRACKET) throw new NotRowsError('it is no list');
  };
  return {
    read(chunk) {
      if (!hasBegun) begin(chunk);
      try {
        parser.write(chunk);
      } catch {
        throw new NotRowsError('it is no JSON');
      }
      const complete = rows;
      rows = [];
      return complete;
    },
    end() {
      if (!hasBegun) throw new NotRowsError('it is empty');
      if (!parser.isEnded) throw new NotRowsError('the list ends in the middle');
    },
  };
}
