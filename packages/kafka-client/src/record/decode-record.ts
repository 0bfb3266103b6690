import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { readEvent, type TopicDefinition } from '@domovoy/models';

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
  const read = readEvent(definition, payload);
  return read.ok ? { ok: true, event: read.event, payload, hash } : refuse(read.reason);
}

/** Written and read at once, so one is enough. */
const timestamp = Buffer.alloc(8);

/** Unsigned CRC-32 of the value followed by the timestamp (int64, big endian). */
export function hashRecord({ value, timestampMs }: EncodedRecord): number {
  timestamp.writeBigInt64BE(BigInt(Math.trunc(timestampMs)));
  return crc32(timestamp, value === null ? 0 : crc32(value));
}
