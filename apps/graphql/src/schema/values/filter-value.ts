import type { TimeRange } from '@domovoy/store';
import { userInputError } from '../../errors/public-error.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Nothing of ours is older, and Postgres knows no year 0. */
const EARLIEST = Date.UTC(1900, 0, 1);

export function uuidValue(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined) return undefined;
  if (!UUID.test(text)) throw userInputError('`uid` has to be a UUID.');
  return text.toLowerCase();
}

/** U+0000 cannot be stored, so nothing is found by it, and Postgres refuses to look. */
export function textValue(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined) return undefined;
  if (text.includes('\0')) throw userInputError('A filter must not contain U+0000.');
  return text;
}

export const textValues = (texts: readonly string[] | null | undefined): string[] | undefined =>
  texts?.map((text) => textValue(text) ?? '');

export const integerValue = (value: number | null | undefined): bigint | undefined =>
  value === null || value === undefined ? undefined : BigInt(value);

export function timeRangeValue(
  range: { from?: Date | null | undefined; to?: Date | null | undefined } | null | undefined,
): TimeRange | undefined {
  if (!range) return undefined;
  const bound = (at: Date | null | undefined) => at && new Date(Math.max(at.getTime(), EARLIEST));
  return { from: bound(range.from) ?? undefined, to: bound(range.to) ?? undefined };
}
