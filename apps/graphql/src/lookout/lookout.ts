import type { Logger } from '@domovoy/service-kit';
import type { CompanyScope } from '@domovoy/store';
import { abortable } from '../feed/abortable.ts';
import type { Feed } from '../feed/feed.ts';
import { Alarm } from './alarm.ts';
import { Post } from './post.ts';
import type { Seen, Sight } from './sight.ts';

export interface LookoutOptions {
  readonly company: (companyId: bigint) => CompanyScope;
  readonly feed: Pick<Feed, 'cursorOfNow' | 'onChange'>;
  readonly logger: Logger;
  readonly gapMs: number;
  readonly heartbeatMs: number;
}

/**
 * For what is no row of the feed: it is looked at while somebody follows it, once for all followers of a company in this
 * process, however many they are. Each is told how it is when they ask for the next event: several changes before that are
 * one, so nothing piles up for a slow one.
 */
export class Lookout<State> implements AsyncDisposable {
  readonly #sight: Sight<State>;
  readonly #options: LookoutOptions;
  readonly #posts = new Map<bigint, Post<State>>();
  readonly #closing = new AbortController();

  constructor(sight: Sight<State>, options: LookoutOptions) {
    this.#sight = sight;
    this.#options = options;
  }

  /** How many companies are looked at. */
  get postCount(): number {
    return this.#posts.size;
  }

  /** How it is, then each change; in between heartbeats. */
  follow(companyId: bigint): AsyncGenerator<Seen<State>[], void, void> {
    const leaving = new AbortController();
    const signal = AbortSignal.any([leaving.signal, this.#closing.signal]);
    return abortable(this.#follow(companyId, signal), leaving);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // A follower who does not ask for the next event hears nothing of this: so the posts are told, too.
    const posts = [...this.#posts.values()];
    this.#closing.abort();
    await Promise.all(posts.map((post) => post.close()));
  }

  async *#follow(companyId: bigint, signal: AbortSignal): AsyncGenerator<Seen<State>[], void, void> {
    const { heartbeatMs } = this.#options;
    const alarm = new Alarm();
    const post = this.#postOf(companyId);
    post.enter(alarm);
    let told: Seen<State> | null = null;
    let isLive = false;
    let quietSince = performance.now();
    try {
      while (!signal.aborted) {
        const { latest, cursor } = post;
        const isNew = latest !== null && latest !== told;
        const quietForMs = performance.now() - quietSince;
        const begins: boolean = !isLive && latest?.kind === 'state';
        const isDue = cursor !== null && (begins || quietForMs >= heartbeatMs);
        const heartbeat: Seen<State>[] = isDue ? [{ kind: 'heartbeat', cursor }] : [];
        if (isNew || isDue) {
          told = latest;
          isLive ||= begins;
          yield isNew ? [latest, ...heartbeat] : heartbeat;
          quietSince = performance.now();
        } else await alarm.wait(quietForMs < heartbeatMs ? heartbeatMs - quietForMs : heartbeatMs, signal);
      }
    } finally {
      post.leave(alarm);
      if (post.isDeserted && this.#posts.get(companyId) === post) this.#posts.delete(companyId);
    }
  }

  #postOf(companyId: bigint): Post<State> {
    const known = this.#posts.get(companyId);
    if (known) return known;
    const { company, feed, logger, gapMs } = this.#options;
    const { entities, look, keyOf, againInMs } = this.#sight;
    const post = new Post({
      look: () => look(company(companyId)),
      keyOf,
      againInMs,
      cursorOfNow: () => feed.cursorOfNow(),
      onReason: (ring) => feed.onChange({ companyId, entities, ring }),
      gapMs,
      onFailure: (error) => logger.warn({ event: 'look-failed', companyId: String(companyId), err: error }),
    });
    this.#posts.set(companyId, post);
    return post;
  }
}
