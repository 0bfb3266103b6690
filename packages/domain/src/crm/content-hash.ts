import { createHash } from 'node:crypto';

/** What was last written, without keeping it: the same content has the same hash, in whatever order. */
export const contentHash = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content, sorted)).digest('base64url').slice(0, 22);

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
