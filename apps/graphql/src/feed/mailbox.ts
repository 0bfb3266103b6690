import type { FeedPosition } from '@domovoy/store';
import type { RowEvent } from './feed-event.ts';

export type Delivery =
  /** Everything of interest up to `upTo`. */
  | { readonly kind: 'rows'; readonly events: RowEvent[]; readonly upTo: FeedPosition }
  /** More came than fits: what was told last has to be looked up in the database. */
  | { readonly kind: 'overflow' }
  /** The feed started over. */
  | { readonly kind: 'restarted' }
  | { readonly kind: 'nothing' };

/** What the tailer leaves for one follower who may be slower than it. Bounded: then it overflows and stays empty. */
export class Mailbox {
  readonly #maxEvents: number;
  #events: RowEvent[] = [];
  #upTo: FeedPosition | null = null;
  #mark: 'overflow' | 'restarted' | null = null;
  #wake: (() => void) | null = null;

  constructor(maxEvents: number) {
    this.#maxEvents = maxEvents;
  }

  /** Is it still worth delivering to? */
  get isOpen(): boolean {
    return this.#mark === null;
  }

  deliver(events: readonly RowEvent[], upTo: FeedPosition): void {
    if (this.#mark !== null) return;
    this.#upTo = upTo;
    if (this.#events.length + events.length > this.#maxEvents) return this.#end('overflow');
    for (const event of events) this.#events.push(event);
    if (events.length > 0) this.#wake?.();
  }

  restart(): void {
    if (this.#mark === null) this.#end('restarted');
  }

  /** What came since the last call; waits for something to come, `timeoutMs` at most or until aborted. */
  async take(timeoutMs: number, signal: AbortSignal): Promise<Delivery> {
    if (this.#isEmpty && !signal.aborted) await this.#somethingCame(timeoutMs, signal);
    if (this.#mark !== null) return { kind: this.#mark };
    if (this.#upTo === null) return { kind: 'nothing' };
    const delivery = { kind: 'rows', events: this.#events, upTo: this.#upTo } as const;
    this.#events = [];
    return delivery;
  }

  get #isEmpty(): boolean {
    return this.#events.length === 0 && this.#mark === null;
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

  #end(mark: 'overflow' | 'restarted'): void {
    this.#mark = mark;
    this.#events = [];
    this.#wake?.();
  }
}
