import { setTimeout as pause } from 'node:timers/promises';
import { Alarm } from './alarm.ts';
import type { Seen } from './sight.ts';

export interface PostOptions<State> {
  readonly look: () => Promise<State>;
  readonly keyOf: (state: State) => string;
  readonly againInMs: (state: State) => number | null;
  /** Where the feed stands. */
  readonly cursorOfNow: () => Promise<string>;
  /** Calls back whenever there is a reason to look, until it is told to stop. */
  readonly onReason: (look: () => void) => () => void;
  /** Between the end of a look and the next one. */
  readonly gapMs: number;
  readonly onFailure: (error: unknown) => void;
}

/** One who looks at one company for all in this process who follow it, until the last of them has left. */
export class Post<State> {
  readonly #options: PostOptions<State>;
  readonly #followers = new Set<Alarm>();
  readonly #reason = new Alarm();
  readonly #leaving = new AbortController();
  readonly #ended: Promise<void>;
  #latest: Exclude<Seen<State>, { kind: 'heartbeat' }> | null = null;
  #cursor: string | null = null;

  constructor(options: PostOptions<State>) {
    this.#options = options;
    this.#ended = this.#stand();
  }

  /** What was seen last; null: nothing yet. */
  get latest() {
    return this.#latest;
  }

  /** Where the feed stood before the last look that succeeded; null: none has. */
  get cursor(): string | null {
    return this.#cursor;
  }

  get isDeserted(): boolean {
    return this.#followers.size === 0;
  }

  /** From now on the alarm rings whenever something else is seen. */
  enter(follower: Alarm): void {
    this.#followers.add(follower);
  }

  leave(follower: Alarm): void {
    this.#followers.delete(follower);
    if (this.isDeserted) this.#leaving.abort();
  }

  /** Whoever is still there. */
  async close(): Promise<void> {
    this.#leaving.abort();
    await this.#ended;
  }

  async #stand(): Promise<void> {
    const { onReason, gapMs } = this.#options;
    const { signal } = this.#leaving;
    const stopListening = onReason(() => this.#reason.ring());
    try {
      while (!signal.aborted) {
        const againInMs = await this.#look();
        // What there is a reason for meanwhile is looked at after it, once.
        await pause(gapMs, undefined, { signal });
        await this.#reason.wait(againInMs === null ? null : Math.max(0, againInMs - gapMs), signal);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      stopListening();
    }
  }

  /** How long until the next look. */
  async #look(): Promise<number | null> {
    const { look, cursorOfNow, keyOf, againInMs, onFailure } = this.#options;
    try {
      // Before the look: what was told up to there is seen by it.
      const cursor = await cursorOfNow();
      const state = await look();
      const key = keyOf(state);
      this.#cursor = cursor;
      if (this.#latest?.kind !== 'state' || this.#latest.key !== key)
        this.#tell({ kind: 'state', state, key, cursor });
      return againInMs(state);
    } catch (error) {
      if (this.#latest?.kind !== 'failed') {
        onFailure(error);
        this.#tell({ kind: 'failed', error });
      }
      return 0;
    }
  }

  #tell(seen: Exclude<Seen<State>, { kind: 'heartbeat' }>): void {
    this.#latest = seen;
    for (const follower of this.#followers) follower.ring();
  }
}
