import { DomovoyError } from '@domovoy/models';
import { pause, pauseMsOf } from '../http/pause.ts';
import type { RetryOptions } from '../options.ts';

/** What every event of a subscription has. */
export interface FeedItem {
  readonly __typename: string;
  /** Give it as `since` to go on after this event. */
  readonly cursor: string;
}

/** `live`: what happens arrives. `waiting`: the connection is gone, and another one is tried after a pause. */
export type LiveState = { readonly state: 'live' } | { readonly state: 'waiting'; readonly reason: unknown };

export interface FollowOptions<Item> {
  /** Opens the subscription behind a cursor. It ends or throws when the connection is gone. */
  readonly open: (since: string) => AsyncIterable<Item>;
  readonly since: string;
  readonly retry: RetryOptions;
  readonly signal: AbortSignal | undefined;
  readonly onState?: ((state: LiveState) => void) | undefined;
}

/** So many events are known again when they come a second time. */
const REMEMBERED = 1_000;

/**
 * The events of a subscription over any number of connections, each once: after a break it goes on behind the last
 * event that was handed out. Ends when the signal is aborted, throws what no repetition would mend.
 */
export async function* follow<Item extends FeedItem>(options: FollowOptions<Item>): AsyncGenerator<Item> {
  const { open, retry, signal, onState } = options;
  const told = new Set<string>();
  let cursor = options.since;
  let failures = 0;
  for (;;) {
    let isLive = false;
    let reason: unknown = null;
    try {
      for await (const item of open(cursor)) {
        if (!isLive) onState?.({ state: 'live' });
        isLive = true;
        failures = 0;
        cursor = item.cursor;
        if (item.__typename === 'Heartbeat' || told.has(item.cursor)) continue;
        remember(told, item.cursor);
        yield item;
      }
    } catch (error) {
      reason = error;
    }
    if (signal?.aborted) return;
    // oxlint-disable-next-line only-throw-error -- as it was thrown
    if (reason !== null && !mayPass(reason, isLive)) throw reason;
    onState?.({ state: 'waiting', reason });
    const atLeastMs = reason instanceof DomovoyError ? reason.retryAfterMs : undefined;
    await pause(pauseMsOf(failures, retry, atLeastMs), signal).catch(() => {});
    if (signal?.aborted) return;
    failures += 1;
  }
}

/** A socket is also closed when its key permits something else than before: the next one tells whether it is still good. */
const mayPass = (reason: unknown, wasLive: boolean): boolean =>
  reason instanceof DomovoyError && (reason.retryable || (reason.code === 'UNAUTHENTICATED' && wasLive));

function remember(told: Set<string>, cursor: string): void {
  told.add(cursor);
  const [oldest] = told;
  if (told.size > REMEMBERED && oldest !== undefined) told.delete(oldest);
}
