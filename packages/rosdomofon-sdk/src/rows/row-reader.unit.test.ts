import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRowReader, NotRowsError } from './row-reader.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Reads the text in pieces of so many bytes. */
function readInPieces(bytes: Uint8Array, size: number): unknown[] {
  const reader = createRowReader();
  const rows: unknown[] = [];
  for (let from = 0; from < bytes.length; from += size)
    rows.push(...reader.read(bytes.subarray(from, from + size)));
  reader.end();
  return rows;
}

test('rows are those of JSON.parse, wherever the network cuts the bytes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue({ maxDepth: 4 })),
      fc.nat(2),
      fc.integer({ min: 1, max: 40 }),
      (rows, indent, size) => {
        const text = JSON.stringify(rows, null, indent);
        // A streaming parser builds plain objects; `__proto__` and -0 come out as JSON.parse has them.
        expect(readInPieces(bytesOf(text), size)).toEqual(JSON.parse(text));
      },
    ),
    { numRuns: 300 },
  );
});

test('a row is there as soon as its last byte is', () => {
  const reader = createRowReader();
  expect(reader.read(bytesOf(' \n['))).toEqual([]);
  expect(reader.read(bytesOf('{"id":1},{"id":2'))).toEqual([{ id: 1 }]);
  expect(reader.read(bytesOf('}'))).toEqual([{ id: 2 }]);
  expect(reader.read(bytesOf(']\n'))).toEqual([]);
  reader.end();
});

test('an empty list has no rows', () => {
  expect(readInPieces(bytesOf('[]'), 1)).toEqual([]);
});

describe('is told apart from a list:', () => {
  test.each([
    ['nothing', '', 'it is empty'],
    ['white space', ' \n', 'it is empty'],
    ['a page of a gateway', '<html>[1]</html>', 'it is a page of HTML, not JSON'],
    ['an object', '{"content":[1]}', 'it is no list'],
    ['an empty object', '{}', 'it is no list'],
    ['text', '"[1]"', 'it is no list'],
    ['words', '[oops]', 'it is no JSON'],
    ['half a list', '[{"id":1},', 'the list ends in the middle'],
    ['half a row', '[{"id":1},{"id"', 'the list ends in the middle'],
    ['two lists', '[1][2]', 'it is no JSON'],
    ['a list and words', '[1] oops', 'it is no JSON'],
    ['a list that begins with a comma', '[,1]', 'it is no JSON'],
    ['a list that ends with a comma', '[{"id":1},]', 'it is no JSON'],
    ['rows without a comma', '[{"id":1}{"id":2}]', 'it is no JSON'],
    ['rows with two', '[{"id":1},,{"id":2}]', 'it is no JSON'],
    ['a list that a brace closes', '[{"id":1}}', 'it is no JSON'],
    ['a row that a bracket closes', '[{"id":1],2]', 'it is no JSON'],
    ['a comma alone', '[,]', 'it is no JSON'],
  ])('%s', (_, text, message) => {
    for (const size of [1, 3, 1000])
      expect(() => readInPieces(bytesOf(text), size)).toThrow(new NotRowsError(message));
  });
});
