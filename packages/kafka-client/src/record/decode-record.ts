import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';
import type { TopicDefinition } from '@domovoy/models';
import { exceedsDepth } from './json-depth.ts';
import { findNul } from './nul-character.ts';

/** The part of a record that decoding needs. */
export interface EncodedRecord {
  readonly timestampMs: number;
  readonly value: Buffer | null;
  readonly isUndecodable?: true;
}

export type DecodedRecord<Event> =
  | {
      readonly ok: true;
      readonly event: Event;
      /** The value as text, exactly as it came. */
      readonly payload: string;
      /** CRC-32 of value and timestamp, unsigned: tells a record from another at the same offset. */
      readonly hash: number;
    }
  | {
      readonly ok: false;
      readonly raw: Buffer | null;
      /** For a person: what is wrong and where. Holds nothing of the value itself. */
      readonly reason: string;
      readonly hash: number;
    };

const MAX_DEPTH = 64;
const MAX_PROBLEMS = 5;

/** Reads a record by its topic's definition. Never throws: a record that cannot be read is data too. */
export function decodeRecord<Definition extends TopicDefinition>(
  definition: Definition,
  record: EncodedRecord,
): DecodedRecord<Definition['schema']['_zod']['output']> {
  const { value } = record;
  const hash = hashRecord(record);
  const refuse = (reason: string) => ({ ok: false, raw: value, reason, hash }) as const;

  if (record.isUndecodable)
    return refuse('the record cannot be decompressed (unknown codec or damaged data)');
  if (value === null) return refuse('the value is null (a tombstone)');
  if (value.length === 0) return refuse('the value is empty');
  if (!isUtf8(value)) return refuse('the value is not valid UTF-8');
  const payload = value.toString('utf8');
  if (exceedsDepth(payload, MAX_DEPTH)) return refuse(`the JSON is nested deeper than ${MAX_DEPTH} levels`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(payload);
  } catch {
    // V8's message quotes the value: it may hold a phone number.
    return refuse(`the value is not valid JSON (${value.length} bytes)`);
  }
  const nulPath = payload.includes('\\u0000') ? findNul(parsed) : undefined;
  if (nulPath !== undefined)
    return refuse(`${nulPath}: contains the character U+0000, which no database stores`);
  const result = definition.schema.safeParse(parsed);
  if (result.success) return { ok: true, event: result.data, payload, hash };
  return refuse(describeIssues(result.error.issues));
}

/** Written and read at once, so one is enough. */
const timestamp = Buffer.alloc(8);

/** Unsigned CRC-32 of the value followed by the timestamp (int64, big endian). */
export function hashRecord({ value, timestampMs }: EncodedRecord): number {
  timestamp.writeBigInt64BE(BigInt(Math.trunc(timestampMs)));
  return crc32(timestamp, value === null ? 0 : crc32(value));
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function describeIssues(issues: readonly Issue[]): string {
  const shown = issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => `${pathText(path)}: ${message}`);
  const hidden = issues.length - shown.length;
  return shown.join('; ') + (hidden > 0 ? `; and ${hidden} more` : '');
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? 'the value' : path.map(String).join('.');
