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
  const before = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  const over = { done: true, value: undefined } as const;
  const end = async () => {
    await events.return();
    return over;
  };
  return {
    next: async () => {
      for await (const texts of events) {
        await sendBatch(line, before, texts);
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

const AFTER = Buffer.from('}');
const MORE_COMES = { binary: false, fin: false };
const THE_END = { binary: false, fin: true };

/**
 * Each message in three frames, of which the middle one, nearly all of it, is the same buffer for all subscribers: with a
 * text for each, 1,000 of them held 1 KB for every event that was on its way. All of a batch goes to the system at once.
 * Resolves when it took it: a slow reader holds its own subscription back, and nothing piles up.
 */
function sendBatch({ socket, stream }: Line, before: Buffer, texts: readonly EventText[]): Promise<void> {
  return new Promise((resolve, reject) => {
    if (texts.length === 0 || socket.readyState !== socket.OPEN) return resolve();
    stream.cork();
    for (const [at, text] of texts.entries()) {
      socket.send(before, MORE_COMES);
      socket.send(text, MORE_COMES);
      if (at < texts.length - 1) socket.send(AFTER, THE_END);
    }
    // The socket went away while we wrote: its close event ends everything, that is no failure of ours.
    const sent = (error?: Error) => (error && socket.readyState === socket.OPEN ? reject(error) : resolve());
    socket.send(AFTER, THE_END, sent);
    stream.uncork();
  });
}
