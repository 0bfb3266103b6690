import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApiName, apiName, apis, offeredVersions, offersVersion } from './apis.ts';
import {
  array,
  bool,
  bytes,
  type Codec,
  ignored,
  int32,
  int64,
  nullableArray,
  nullableBytes,
  nullableText,
  since,
  struct,
  text,
  until,
  within,
} from './codec.ts';
import { ProtocolViolationError } from './error-code.ts';
import { WireReader } from './wire-reader.ts';
import { WireWriter } from './wire-writer.ts';

function encode<T>(codec: Codec<T>, value: T, version = 0): Buffer {
  const writer = new WireWriter();
  codec.write(writer, value, version);
  return writer.written();
}

const decode = <T>(codec: Codec<T>, data: Buffer, version = 0): T =>
  codec.read(new WireReader(data), version);

describe('layouts', () => {
  it('bring every value back, null where null is allowed', () => {
    const layout = struct({
      name: text,
      nickname: nullableText,
      body: bytes,
      tail: nullableBytes,
      isOpen: bool,
      inner: nullableArray(struct({ numbers: array(int64) })),
    });
    const value = fc.record({
      name: fc.string({ unit: 'grapheme' }),
      nickname: fc.option(fc.string({ unit: 'grapheme' })),
      body: fc.uint8Array().map((data) => Buffer.from(data)),
      tail: fc.option(fc.uint8Array().map((data) => Buffer.from(data))),
      isOpen: fc.boolean(),
      inner: fc.option(fc.array(fc.record({ numbers: fc.array(fc.maxSafeInteger()) }))),
    });
    fc.assert(
      fc.property(value, (original) => {
        expect(decode(layout, encode(layout, original))).toEqual(original);
      }),
    );
  });

  it('have a field only in its versions, and its default in the others', () => {
    const layout = struct({
      old: until(1, int32, -1),
      middle: within(1, 2, int32, -2),
      young: since(2, int32, -3),
    });
    const value = { old: 10, middle: 20, young: 30 };
    const inVersion = (version: number) => decode(layout, encode(layout, value, version), version);
    expect(inVersion(0)).toEqual({ old: 10, middle: -2, young: -3 });
    expect(inVersion(1)).toEqual({ old: 10, middle: 20, young: -3 });
    expect(inVersion(2)).toEqual({ old: -1, middle: 20, young: 30 });
    expect(encode(layout, value, 0)).toHaveLength(4);
  });

  it('skip an ignored field and write it always the same', () => {
    const layout = struct({ throttleMs: ignored(int32, 7), value: int32 });
    expect(encode(layout, { value: 1 }).toString('hex')).toBe('0000000700000001');
    expect(decode(layout, Buffer.from('0000006300000001', 'hex'))).toEqual({
      throttleMs: undefined,
      value: 1,
    });
  });

  it('refuse null where a value is required, and an array longer than its request', () => {
    expect(() => decode(text, Buffer.from([0xff, 0xff]))).toThrow(ProtocolViolationError);
    expect(() => decode(array(int32), Buffer.from([0x7f, 0xff, 0xff, 0xff]))).toThrow(ProtocolViolationError);
  });
});

describe('the requests that are offered', () => {
  const names = offeredVersions
    .map(({ key }) => apiName(key))
    .filter((name): name is ApiName => name !== undefined);
  /** Mostly zeros and small numbers: so that lengths fit often enough for whole requests to be read. */
  const plausibleBytes = fc
    .array(
      fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 6 }), fc.constant(0xff)),
      {
        maxLength: 200,
      },
    )
    .map((values) => Buffer.from(values));

  function checkRoundTrip<T>(layout: Codec<T>, version: number, data: Buffer): void {
    let value: T;
    try {
      value = decode(layout, data, version);
    } catch (error) {
      expect(error).toBeInstanceOf(ProtocolViolationError);
      return;
    }
    expect(decode(layout, encode(layout, value, version), version)).toEqual(value);
  }

  it.each(names)('%s reads any bytes or refuses them, and writes what it reads, in each version', (name) => {
    const [min, max] = apis[name].versions;
    fc.assert(
      fc.property(plausibleBytes, fc.integer({ min, max }), (data, version) => {
        checkRoundTrip<unknown>(apis[name].request, version, data);
        checkRoundTrip<unknown>(apis[name].response, version, data);
      }),
      { numRuns: 300 },
    );
  });

  it('include the exact versions without which librdkafka 2.0.2 switches its group consumer off', () => {
    const needed: [ApiName, number][] = [
      ['FindCoordinator', 0],
      ['JoinGroup', 0],
      ['SyncGroup', 0],
      ['Heartbeat', 0],
      ['LeaveGroup', 0],
      ['OffsetFetch', 1],
      ['OffsetCommit', 1],
      ['OffsetCommit', 2],
    ];
    expect(needed.filter(([name, version]) => !offersVersion(name, version))).toEqual([]);
  });
});
