import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProtocolViolationError } from './error-code.ts';
import { WireReader } from './wire-reader.ts';
import { WireWriter } from './wire-writer.ts';

const int64 = fc.maxSafeInteger();

describe('wire primitives', () => {
  it('come back as they were written, in any order and number', () => {
    const value = fc.oneof(
      fc.record({ kind: fc.constant('int8' as const), value: fc.integer({ min: -128, max: 127 }) }),
      fc.record({
        kind: fc.constant('int16' as const),
        value: fc.integer({ min: -(2 ** 15), max: 2 ** 15 - 1 }),
      }),
      fc.record({ kind: fc.constant('int32' as const), value: fc.integer() }),
      fc.record({ kind: fc.constant('int64' as const), value: int64 }),
      fc.record({
        kind: fc.constant('varint' as const),
        value: fc.integer({ min: -(2 ** 52), max: 2 ** 52 - 1 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const writer = new WireWriter(1);
        for (const { kind, value: number } of values) writer[kind](number);
        const reader = new WireReader(writer.written());
        for (const { kind, value: number } of values) expect(reader[kind]()).toBe(number);
        expect(reader.remaining).toBe(0);
      }),
    );
  });

  it('have the byte order and the variable lengths of the protocol', () => {
    const written = new WireWriter()
      .int16(0x0102)
      .int64(-2)
      .varint(-1)
      .varint(64)
      .varint(2 ** 31)
      .written();
    expect(written.toString('hex')).toBe(`0102${'ff'.repeat(7)}fe0180018080808010`);
  });

  it('are refused when the data end early', () => {
    const reads = ['int8', 'int16', 'int32', 'int64', 'varint'] as const;
    for (const read of reads)
      expect(() => new WireReader(Buffer.alloc(0))[read]()).toThrow(ProtocolViolationError);
    expect(() => new WireReader(Buffer.from([0x80])).varint()).toThrow(ProtocolViolationError);
    expect(() => new WireReader(Buffer.alloc(3)).take(4)).toThrow(ProtocolViolationError);
    expect(() => new WireReader(Buffer.alloc(3)).take(-1)).toThrow(ProtocolViolationError);
  });

  it('can be put in after what they measure', () => {
    const writer = new WireWriter(4).int32(0).raw(Buffer.from('four'));
    writer.patchInt32(writer.length - 4, 0);
    expect(writer.written()).toEqual(Buffer.from([0, 0, 0, 4, ...Buffer.from('four')]));
  });
});
