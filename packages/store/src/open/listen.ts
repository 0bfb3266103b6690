import { setTimeout as pause } from 'node:timers/promises';
import { storeError } from '../errors/classify.ts';
import { type Connections, connect, type StoreOptions } from './connect.ts';

export interface Listener {
  close(): Promise<void>;
}

/** A listening connection has nothing to answer, so a dead one is only found by asking. */
const ASK_EVERY_MS = 10_000;
const ANSWER_WITHIN_MS = 3_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * A connection of its own that listens for as long as it takes. postgres.js' own `listen` gives up for ever when its
 * first attempt after a lost connection fails. After every new connection `onNotify` is called once, because
 * anything may have happened in between.
 */
export async function listen(
  databaseUrl: string,
  options: Required<StoreOptions>,
  channel: string,
  onNotify: (payload: string) => void,
): Promise<Listener> {
  const stop = new AbortController();
  let current = await open();

  async function open() {
    const lost = Promise.withResolvers<void>();
    // `onnotify` has no type: postgres.js means it for its own `listen` alone.
    const more = {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      onclose: () => lost.resolve(),
      onnotify: (_channel: string, payload: string) => onNotify(payload),
    };
    const connections = connect(databaseUrl, options, more);
    try {
      await answer(connections, `listen "${channel.replaceAll('"', '""')}"`);
    } catch (error) {
      connections.destroy();
      throw storeError(error);
    }
    return { connections, lost: lost.promise };
  }

  async function follow(): Promise<void> {
    while (!stop.signal.aborted) {
      await untilLost(current, stop.signal);
      current.connections.destroy();
      for (let attempt = 0; !stop.signal.aborted; attempt++) {
        try {
          current = await open();
          break;
        } catch {
          const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
          await pause(pauseMs, undefined, { signal: stop.signal }).catch(() => {});
        }
      }
      if (!stop.signal.aborted) onNotify('');
    }
  }

  const following = follow();
  return {
    close: async () => {
      stop.abort();
      await following;
      current.connections.destroy();
    },
  };
}

/** Resolves when the connection closed, does not answer any more, or nobody wants it. */
async function untilLost(
  of: { connections: Connections; lost: Promise<void> },
  signal: AbortSignal,
): Promise<void> {
  const aborted = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  for (;;) {
    const timer = Promise.withResolvers<'ask'>();
    const timeout = setTimeout(() => timer.resolve('ask'), ASK_EVERY_MS);
    const next = await Promise.race([of.lost, aborted, timer.promise]);
    clearTimeout(timeout);
    if (next !== 'ask') return;
    try {
      await answer(of.connections, 'select 1');
    } catch {
      return;
    }
  }
}

async function answer(connections: Connections, text: string): Promise<void> {
  const late = Promise.withResolvers<never>();
  const tooLate = `Postgres has not answered a listening connection within ${ANSWER_WITHIN_MS / 1_000} s`;
  const timeout = setTimeout(() => late.reject(new Error(tooLate)), ANSWER_WITHIN_MS);
  try {
    await Promise.race([connections.sql.unsafe(text), late.promise]);
  } finally {
    clearTimeout(timeout);
  }
}
