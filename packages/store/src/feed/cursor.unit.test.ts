import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparePositions,
  decodeCursor,
  encodeCursor,
  type FeedCursor,
  InvalidCursorError,
} from './cursor.ts';

const cursors = fc.record({
  epoch: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  xid: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
  id: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(String),
});

describe('a cursor', () => {
  test('comes back from its text as it was', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  test('is one text only: no other text means the same place', () => {
    fc.assert(
      fc.property(cursors, fc.string({ minLength: 1 }), (cursor, more) => {
        const text = encodeCursor(cursor);
        for (const other of [text + more, more + text, `${text}=`, text.slice(1)])
          if (other !== text) expect(placeOf(other)).not.toEqual(cursor);
      }),
    );
  });

  test('of nonsense is refused, never read as a place', () => {
    const encode = (text: string) => Buffer.from(text).toString('base64url');
    const bad = [
      '1',
      '1:2',
      '1:2:3:4',
      '01:2:3',
      '1:-2:3',
      '1:2:',
      `1:${2n ** 64n}:1`,
      `1:1:${2n ** 63n}`,
      `${2 ** 31}:1:1`,
    ];
    for (const text of ['', 'x', '💥', ...bad.map(encode)])
      expect(() => decodeCursor(text)).toThrow(InvalidCursorError);
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          expect(encodeCursor(decodeCursor(text))).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidCursorError);
        }
      }),
    );
  });
});

/** Null when the text is refused. What is refused must be so with the error of cursors. */
function placeOf(text: string): FeedCursor | null {
  try {
    return decodeCursor(text);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidCursorError);
    return null;
  }
}

test('positions are ordered as numbers, by transaction and then by id', () => {
  expect(comparePositions({ xid: '999', id: '9' }, { xid: '1000', id: '1' })).toBe(-1);
  expect(comparePositions({ xid: '7', id: '10' }, { xid: '7', id: '9' })).toBe(1);
  expect(comparePositions({ xid: '7', id: '9' }, { xid: '7', id: '9' })).toBe(0);
});
