import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProtocolViolationError } from '../protocol/error-code.ts';
import { FrameSplitter } from './frame-splitter.ts';

function framed(content: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(content.length);
  return Buffer.concat([length, content]);
}

describe('FrameSplitter', () => {
  it('finds the same frames however the stream is cut', () => {
    const contents = fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 10 });
    fc.assert(
      fc.property(contents, fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (frames, cuts) => {
        const stream = Buffer.concat(frames.map(framed));
        const splitter = new FrameSplitter();
        const found: Buffer[] = [];
        for (let at = 0, i = 0; at < stream.length; i++) {
          const length = cuts[i % cuts.length] ?? 1;
          found.push(...splitter.push(stream.subarray(at, at + length)));
          at += length;
        }
        expect(found).toEqual(frames.map((frame) => Buffer.from(frame)));
      }),
    );
  });

  it('refuses lengths that no request has', () => {
    expect(() => new FrameSplitter().push(Buffer.from('GET / HTTP/1.1\r\n'))).toThrow(ProtocolViolationError);
    expect(() => new FrameSplitter().push(Buffer.from([0xff, 0xff, 0xff, 0xff]))).toThrow(
      ProtocolViolationError,
    );
  });
});
