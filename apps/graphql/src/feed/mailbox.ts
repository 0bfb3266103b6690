import type { FeedPosition } from '@domovoy/store';
import type { GapReason, RowEvent } from './feed-event.ts';

export type Delivery =
  /** Everything of interest up to `upTo`. */
  | { readonly kind: 'rows'; readonly events: RowEvent[]; readonly upTo: FeedPosition }
  /** Nothing more will come. */
  | { readonly kind: 'ended'; readonly reason: GapReason }
  | { readonly kind: 'nothing' };

/** What the tailer leaves for one follower who may be slower than it. Bounded: when more comes it ends and stays empty. */
export class Mailbox {
  readonly #maxEvents: number;
  #events: RowEvent[] = [];
  #upTo: FeedPosition | null = null;
  #ended: GapReason | null = null;
  #wake: (() => void) | null = null;

  constructor(maxEvents: number) {
    this.#maxEvents = maxEvents;
  }

  /** Is it still worth delivering to? */
  get isOpen(): boolean {
    return this.#ended === null;
  }

  deliver(events: readonly RowEvent[], upTo: FeedPosition): void {
    if (this.#ended !== null) return;
    this.#upTo = upTo;
    if (this.#events.length + events.length > this.#maxEvents) return this.end('too_slow');
    for (const event of events) this.#events.push(event);
    if (events.length > 0) this.#wake?.();
  }

  end(reason: GapReason): void {
    this.#ended ??= reason;
    this.#events = [];
    this.#wake?.();
  }

  /** What came since the last call; waits for something to come, `timeoutMs` at most or until aborted. */
  async take(timeoutMs: number, signal: AbortSignal): Promise<Delivery> {
    if (this.#isEmpty && !signal.aborted) await this.#somethingCame(timeoutMs, signal);
    if (this.#ended !== null) return { kind: 'ended', reason: this.#ended };
    if (this.#upTo === null) return { kind: 'nothing' };
    const delivery = { kind: 'rows', events: this.#events, upTo: this.#upTo } as const;
    this.#events = [];
    return delivery;
  }

  get #isEmpty(): boolean {
    return this.#events.length === 0 && this.#ended === null;
  }

  async #somethingCame(timeoutMs: number, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = () => resolve();
    const timer = setTimeout(wake, timeoutMs);
    signal.addEventListener('abort', wake);
    this.#wake = wake;
    await promise;
    this.#wake = null;
    signal.removeEventListener('abort', wake);
    clearTimeout(timer);
  }
}
