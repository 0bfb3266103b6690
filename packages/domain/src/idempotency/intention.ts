import { createHash } from 'node:crypto';

/** What a caller means with one key. */
export interface Once {
  readonly companyId: bigint;
  /** Made by the caller, one for each intention. */
  readonly key: string;
  /** The name of what is asked for. */
  readonly mutation: string;
  /** With what, without the key: plain values, lists, objects of them, dates. */
  readonly input: unknown;
}

/** The key was used for something else within the last day. */
export interface KeyConflict {
  readonly kind: 'key-conflict';
}

/** The same for inputs that mean the same: whatever the order of their fields, left out or undefined. */
export const inputHashOf = (input: unknown): string =>
  createHash('sha256').update(plainText(input)).digest('base64url');

function plainText(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (value === null || typeof value !== 'object' || value instanceof Date)
    return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(plainText).join()}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined && field !== null)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${plainText(field)}`).join()}}`;
}
