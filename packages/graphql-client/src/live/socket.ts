import { type Client, createClient } from 'graphql-ws';
import { type AnswerError, ApiError, ConnectionError } from '../errors.ts';
import type { Settings } from '../options.ts';
import type { FeedItem } from './follow.ts';

/** The one socket of a client, open while something is subscribed. */
export interface Socket {
  /** Ends or throws when the connection is gone. */
  open<Item extends FeedItem>(
    request: { query: string; variables: Record<string, unknown> },
    signal: AbortSignal | undefined,
  ): AsyncIterable<Item>;
  close(): Promise<void>;
}

export function createSocket({ webSocketUrl, webSocket, apiKey, silenceMs }: Settings): Socket {
  const watch = createWatch(silenceMs, () => client.terminate());
  const client: Client = createClient({
    url: webSocketUrl,
    ...(webSocket ? { webSocketImpl: webSocket } : {}),
    connectionParams: async () => ({ apiKey: await apiKey() }),
    // It would subscribe again with the old cursor.
    retryAttempts: 0,
    keepAlive: Math.ceil(silenceMs / 2),
    on: {
      connecting: () => watch.expect(),
      connected: () => watch.relax(),
      ping: (isReceived) => isReceived || watch.expect(),
      message: () => watch.relax(),
      closed: () => watch.relax(),
    },
  });
  return {
    open: (request, signal) => itemsOf(client, request, signal),
    close: async () => {
      watch.relax();
      await client.dispose();
    },
  };
}

/** Notices a connection that is open and dead: whatever was asked for has to be answered in time. */
function createWatch(silenceMs: number, onSilence: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    expect: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        onSilence();
      }, silenceMs);
    },
    relax: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

async function* itemsOf<Item extends FeedItem>(
  client: Client,
  request: { query: string; variables: Record<string, unknown> },
  signal: AbortSignal | undefined,
): AsyncGenerator<Item> {
  const answers = client.iterate<Record<string, Item>>(request);
  const stop = () => void answers.return?.();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for await (const { data, errors } of answers) {
      if (errors) throw new ApiError(errors, { status: null, data });
      const item = Object.values(data ?? {}).find((value) => typeof value === 'object');
      if (item) yield item;
    }
  } catch (error) {
    throw asError(error);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Codes of graphql-ws after which the same again makes no sense. */
const FORBIDDEN = 4403;
const OUR_FAULT = new Set([4004, 4005, 4400, 4406, 4409]);

/** What graphql-ws throws: the errors of an operation, or how the socket was closed. */
function asError(thrown: unknown): Error {
  if (thrown instanceof ApiError) return thrown;
  if (Array.isArray(thrown)) return new ApiError(thrown as AnswerError[], { status: null });
  const { code, reason } = Object(thrown) as { code?: unknown; reason?: unknown };
  if (code === FORBIDDEN)
    return new ApiError(
      [{ message: 'The API does not know the key.', extensions: { code: 'UNAUTHENTICATED' } }],
      { status: null },
    );
  if (typeof code === 'number' && OUR_FAULT.has(code))
    return new ApiError([{ message: `The socket was refused: ${String(reason)}` }], { status: null });
  return new ConnectionError('The connection to the API broke.', {
    code: 'CONNECTION_FAILED',
    cause: thrown,
    meta: { closeCode: typeof code === 'number' ? code : null },
  });
}
