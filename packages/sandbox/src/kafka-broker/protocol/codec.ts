import { ProtocolViolationError } from './error-code.ts';
import type { WireReader } from './wire-reader.ts';
import type { WireWriter } from './wire-writer.ts';

/**
 * How a value of type T looks on the wire, in each version of its request.
 *
 * Only the classic encoding: no compact strings, no tagged fields. Every client still negotiates down to it, and it keeps
 * one description valid for all versions from Kafka 0.10 on.
 */
export interface Codec<T> {
  read(reader: WireReader, version: number): T;
  write(writer: WireWriter, value: T, version: number): void;
}

export type ValueOf<C> = C extends Codec<infer T> ? T : never;

export const int8: Codec<number> = {
  read: (reader) => reader.int8(),
  write: (writer, value) => writer.int8(value),
};

export const int16: Codec<number> = {
  read: (reader) => reader.int16(),
  write: (writer, value) => writer.int16(value),
};

export const int32: Codec<number> = {
  read: (reader) => reader.int32(),
  write: (writer, value) => writer.int32(value),
};

export const int64: Codec<number> = {
  read: (reader) => reader.int64(),
  write: (writer, value) => writer.int64(value),
};

export const bool: Codec<boolean> = {
  read: (reader) => reader.int8() !== 0,
  write: (writer, value) => writer.int8(value ? 1 : 0),
};

export const nullableText: Codec<string | null> = {
  read(reader) {
    const length = reader.int16();
    return length < 0 ? null : reader.take(length).toString('utf8');
  },
  write(writer, value) {
    if (value === null) {
      writer.int16(-1);
      return;
    }
    const byteLength = Buffer.byteLength(value);
    writer.int16(byteLength).text(value, byteLength);
  },
};

/** The buffer is a view into the request: whoever keeps it longer than the request copies it. */
export const nullableBytes: Codec<Buffer | null> = {
  read(reader) {
    const length = reader.int32();
    return length < 0 ? null : reader.take(length);
  },
  write(writer, value) {
    if (value === null) writer.int32(-1);
    else writer.int32(value.length).attach(value);
  },
};

export function nullableArray<T>(item: Codec<T>): Codec<T[] | null> {
  return {
    read(reader, version) {
      const length = reader.int32();
      if (length < 0) return null;
      // Each item takes at least a byte: a wrong length must not allocate what never came.
      if (length > reader.remaining) throw new ProtocolViolationError('an array is longer than its request');
      return Array.from({ length }, () => item.read(reader, version));
    },
    write(writer, values, version) {
      if (values === null) {
        writer.int32(-1);
        return;
      }
      writer.int32(values.length);
      for (const value of values) item.write(writer, value, version);
    },
  };
}

export const text: Codec<string> = required(nullableText);
export const bytes: Codec<Buffer> = required(nullableBytes);
export const array = <T>(item: Codec<T>): Codec<T[]> => required(nullableArray(item));

function required<T>(nullable: Codec<T | null>): Codec<T> {
  return {
    read(reader, version) {
      const value = nullable.read(reader, version);
      if (value === null) throw new ProtocolViolationError('null where a value is required');
      return value;
    },
    write: (writer, value, version) => nullable.write(writer, value, version),
  };
}

/** A field of the versions `first` to `last`; in the others it is not on the wire and reads as `missing`. */
export function within<T>(first: number, last: number, codec: Codec<T>, missing: T): Codec<T> {
  const isPresent = (version: number) => version >= first && version <= last;
  return {
    read: (reader, version) => (isPresent(version) ? codec.read(reader, version) : missing),
    write(writer, value, version) {
      if (isPresent(version)) codec.write(writer, value, version);
    },
  };
}

export const since = <T>(first: number, codec: Codec<T>, missing: T) =>
  within(first, Number.POSITIVE_INFINITY, codec, missing);
export const until = <T>(last: number, codec: Codec<T>, missing: T) => within(0, last, codec, missing);

/** A field that this broker has no use for: skipped when read, always the same when written, and absent from the value's type. */
export interface IgnoredField extends Codec<undefined> {
  readonly isIgnored: true;
}

export function ignored<T>(codec: Codec<T>, written: T): IgnoredField {
  return {
    isIgnored: true,
    read(reader, version) {
      codec.read(reader, version);
      return undefined;
    },
    write: (writer, _, version) => codec.write(writer, written, version),
  };
}

type Fields = Readonly<Record<string, Codec<unknown>>>;
export type StructOf<F extends Fields> = {
  [K in keyof F as F[K] extends IgnoredField ? never : K]: ValueOf<F[K]>;
};

/** Fields one after another, in the order in which they are written down. */
export function struct<F extends Fields>(fields: F): Codec<StructOf<F>> {
  const entries = Object.entries(fields);
  return {
    read(reader, version) {
      const value: Record<string, unknown> = {};
      for (const [name, codec] of entries) value[name] = codec.read(reader, version);
      // The type is made from the very fields that the loop goes through; TypeScript cannot follow that.
      return value as StructOf<F>;
    },
    write(writer, value, version) {
      const values: Record<string, unknown> = value;
      for (const [name, codec] of entries) codec.write(writer, values[name], version);
    },
  };
}
