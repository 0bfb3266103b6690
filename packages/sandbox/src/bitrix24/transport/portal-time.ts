import { RestError } from '../rest-error.ts';

/** Moscow, where most portals of door-phone companies are. */
const OFFSET_MS = 3 * 3_600_000;
const OFFSET = '+03:00';

/** With the portal's offset (facts §12, 7). All moments are written alike, so that they sort as text. */
export const isoTime = (atMs: number): string =>
  `${new Date(atMs + OFFSET_MS).toISOString().slice(0, 19)}${OFFSET}`;
/** A date is a midnight of the portal. */
export const isoDate = (atMs: number): string =>
  `${new Date(atMs + OFFSET_MS).toISOString().slice(0, 10)}T00:00:00${OFFSET}`;

const RUSSIAN = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const PLAIN = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** In every form that clients send: ISO with an offset, or without one, which is then the portal's. Null: none of them. */
export function parseTime(text: string): number | null {
  const russian = RUSSIAN.exec(text);
  if (russian) {
    const [, day, month, year, hour, minute, second] = russian;
    return atPortal([year, month, day, hour, minute, second]);
  }
  const plain = PLAIN.exec(text);
  if (plain) return atPortal(plain.slice(1));
  const atMs = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(atMs) ? null : atMs;
}

function atPortal(parts: readonly (string | undefined)[]): number | null {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  const atMs = Date.UTC(year, month - 1, day, hour, minute, second);
  return new Date(atMs).getUTCDate() === day ? atMs - OFFSET_MS : null;
}

export function requireTime(value: unknown): number {
  const atMs = typeof value === 'string' ? parseTime(value) : null;
  if (atMs === null) throw new RestError(400, 'WRONG_DATETIME_FORMAT', 'Wrong datetime format');
  return atMs;
}
