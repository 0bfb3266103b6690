import { crc32 } from 'node:zlib';
import { userInputError } from '../errors/public-error.ts';

/** Writes and reads the cursors of one list: of one kind of rows, of one company, below one parent. */
export interface CursorCodec {
  encode(key: string): string;
  decode(cursor: string): string;
}

/**
 * A cursor is the row's key with a checksum over the list it belongs to. The checksum tells a cursor of another
 * list, company or parent, or a damaged one, from a good one; it is no protection and needs to be none.
 */
export function cursorCodec(...list: readonly (string | bigint)[]): CursorCodec {
  const sum = (key: string) => crc32([...list, key].join('\n')).toString(36);
  return {
    encode: (key) => Buffer.from(`${sum(key)}:${key}`).toString('base64url'),
    decode: (cursor) => {
      const text = Buffer.from(cursor, 'base64url').toString();
      const key = text.slice(text.indexOf(':') + 1);
      if (text !== `${sum(key)}:${key}`) throw userInputError('The cursor is not one of this list.');
      return key;
    },
  };
}
