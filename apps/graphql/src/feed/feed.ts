import type { Logger } from '@domovoy/service-kit';
import {
  CHANGES_CHANNEL,
  decodeCursor,
  encodeCursor,
  feedHead,
  forgottenUpTo,
  openFeed,
  readFeedPage,
  type Store,
} from '@domovoy/store';
import { LIMITS } from '../execution/gate/limits.ts';
import { abortable } from './abortable.ts';
import type { FollowedEntity, Selection } from './feed-event.ts';
import type { FeedSource } from './feed-source.ts';
import { type Batches, follow } from './follow.ts';
import { patiently } from './patience.ts';
import { type Bell, Tailer } from './tailer.ts';

export interface Feed extends AsyncDisposable {
  /** Where the feed stands: what a list shows that is read after this call, includes everything before it. */
  cursorOfNow(): Promise<string>;
  /** @throws InvalidCursorError at once when `since` is no cursor. */
  follow<Entity extends FollowedEntity>(
    selection: Selection<Entity>,
    since: string | null | undefined,
  ): Batches<Entity>;
  /** Rings at changes, for those who look for themselves what has changed. Gives what ends it. */
  onChange(bell: Bell): () => void;
  readonly followerCount: number;
}

export interface FeedOptions {
  readonly logger: Logger;
  readonly heartbeatMs?: number;
  readonly pageSize?: number;
  readonly maxWaiting?: number;
}

/** Looking the epoch up takes a lock; a thousand followers that come back at once need not queue for it. */
const EPOCH_MS = 1_000;

export const feedOfStore = (store: Store): FeedSource => ({
  openFeed: () => openFeed(store),
  head: () => feedHead(store),
  readPage: (range) => readFeedPage(store, range),
  forgottenUpTo: () => forgottenUpTo(store),
  company: (companyId) => store.company(companyId),
  listen: (onNotify) => store.listen(CHANGES_CHANNEL, onNotify),
});

/** Listens from the start, or from when the database is there. Until then nothing is missed: the tailer polls as well. */
export function createFeed(source: FeedSource, options: FeedOptions): Feed {
  const { logger, heartbeatMs = 20_000, pageSize = 500, maxWaiting = LIMITS.waitingEvents } = options;
  const tailer = new Tailer(source, logger);
  const closing = new AbortController();
  const listening = listenPatiently(source, tailer, closing.signal, logger);
  const epoch = rememberedFor(EPOCH_MS, () => source.openFeed());

  return {
    cursorOfNow: async () => {
      const [now, head] = await Promise.all([epoch(), source.head()]);
      return encodeCursor({ epoch: now, ...head });
    },
    follow: (selection, since) => {
      const from = typeof since === 'string' ? { text: since, cursor: decodeCursor(since) } : null;
      const leaving = new AbortController();
      const signal = AbortSignal.any([leaving.signal, closing.signal]);
      const settings = { source, tailer, logger, heartbeatMs, pageSize, maxWaiting, epoch };
      return abortable(follow(selection, from, settings, signal), leaving);
    },
    onChange: (bell) => tailer.hang(bell),
    get followerCount() {
      return tailer.memberCount;
    },
    [Symbol.asyncDispose]: async () => {
      closing.abort();
      await Promise.all([tailer.close(), listening.then((listener) => listener?.close())]);
    },
  };
}

/** An outage later on is the listener's to mend. Null when the feed was closed before there was one. */
async function listenPatiently(source: FeedSource, tailer: Tailer, signal: AbortSignal, logger: Logger) {
  let hasTold = false;
  const onError = (error: unknown) => {
    if (!hasTold) logger.warn({ event: 'feed-listen-failed', err: error });
    hasTold = true;
  };
  try {
    const listener = await patiently(() => source.listen(() => tailer.wake()), { signal, onError });
    tailer.wake();
    return listener;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

function rememberedFor<T>(ms: number, read: () => Promise<T>): () => Promise<T> {
  let known: { value: Promise<T>; until: number } | null = null;
  return () => {
    if (known && performance.now() < known.until) return known.value;
    const value = read();
    known = { value, until: performance.now() + ms };
    value.catch(() => {
      known = null;
    });
    return value;
  };
}
