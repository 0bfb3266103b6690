import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { EventText, EventTexts } from '../execution/executor.ts';

/** A socket, and the stream below it. */
export interface Line {
  readonly socket: WebSocket;
  readonly stream: Duplex;
}

/**
 * Sends the events of a subscription, which are written out already. graphql-ws would take results and write each out
 * again for each subscriber; it is given a stream that shows it nothing but the end.
 */
export function sendEvents(events: EventTexts, id: string, line: Line): AsyncGenerator<never, void, void> {
  const before = frame(Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`), BEGINS);
  const over = { done: true, value: undefined } as const;
  const end = async () => {
    await events.return();
    return over;
  };
  return {
    next: async () => {
      for await (const texts of events) {
        await sendBatch(line, before, texts);
        // Nobody hears more: what a reader who came back would still get must not be read and executed for nothing.
        if (line.socket.readyState !== line.socket.OPEN) break;
      }
      return over;
    },
    return: end,
    throw: async (error) => {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => {
      await end();
    },
  };
}

/** First bytes of the frames of a text message, RFC 6455 §5.2: it begins, it goes on, it ends. */
const BEGINS = 0x01;
const GOES_ON = 0x00;
const ENDS = 0x80;
const AFTER = frame(Buffer.from('}'), ENDS);

/**
 * Each message in three frames, of which the last two, nearly all of it, are one buffer for all subscribers: with bytes for
 * each, 1,000 of them held 1 KB for every event that was on its way. They are written past ws, which would make six
 * pieces of them for each subscriber; it writes at once as well, and compresses nothing here. All of a batch goes to the
 * system at once. Resolves when it took it: a slow reader holds its own subscription back, and nothing piles up.
 */
function sendBatch({ socket, stream }: Line, before: Buffer, texts: readonly EventText[]): Promise<void> {
  return new Promise((resolve, reject) => {
    if (texts.length === 0 || socket.readyState !== socket.OPEN) return resolve();
    // The socket went away while we wrote: its close event ends everything, that is no failure of ours.
    const sent = (error?: Error | null) =>
      error && socket.readyState === socket.OPEN ? reject(error) : resolve();
    stream.cork();
    for (const [at, text] of texts.entries()) {
      stream.write(before);
      if (at < texts.length - 1) stream.write(restOf(text));
      else stream.write(restOf(text), sent);
    }
    stream.uncork();
  });
}

const rests = new WeakMap<EventText, Buffer>();

function restOf(text: EventText): Buffer {
  const known = rests.get(text);
  if (known) return known;
  const rest = Buffer.concat([frame(text, GOES_ON), AFTER]);
  rests.set(text, rest);
  return rest;
}

/** Unmasked, as a server's are. */
function frame(payload: Buffer, firstByte: number): Buffer {
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.of(firstByte, length), payload]);
  const long = length > 0xffff;
  const head = Buffer.alloc(long ? 10 : 4);
  head[0] = firstByte;
  head[1] = long ? 127 : 126;
  if (long) head.writeBigUInt64BE(BigInt(length), 2);
  else head.writeUInt16BE(length, 2);
  return Buffer.concat([head, payload]);
}
