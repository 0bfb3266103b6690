import { once } from 'node:events';
import { connect } from 'node:net';

/** Of a request that no client sends for a test. */
interface Api {
  readonly key: number;
  readonly version: number;
}

/** Sends one request, and gives the body of its answer. */
type Ask = (api: Api, body: Buffer) => Promise<Buffer>;

/** A short talk with a broker in its own protocol. */
export async function askBroker<T>(port: number, talk: (ask: Ask) => Promise<T>): Promise<T> {
  const socket = connect({ host: '127.0.0.1', port });
  await once(socket, 'connect');
  const ask: Ask = async ({ key, version }, body) => {
    const content = Buffer.concat([int16(key), int16(version), int32(1), text('fault-test'), body]);
    socket.write(Buffer.concat([int32(content.length), content]));
    let answer: Buffer = Buffer.alloc(0);
    while (answer.length < 4 || answer.length < 4 + answer.readInt32BE(0)) {
      const [bytes] = (await once(socket, 'data')) as [Buffer];
      answer = Buffer.concat([answer, bytes]);
    }
    return answer.subarray(8);
  };
  try {
    return await talk(ask);
  } finally {
    socket.destroy();
  }
}

export const array = (items: readonly Buffer[]): Buffer => Buffer.concat([int32(items.length), ...items]);

export function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

export function int64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
}

export function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([int16(bytes.length), bytes]);
}
