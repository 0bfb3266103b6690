import { type Clock, type LimiterUsage, MONOTONIC, RecentRate } from '../deliveries/limits/limiter.ts';

/** Deliveries go first: somebody waits for them. The mirror takes what they leave. */
export type Purpose = 'delivery' | 'mirror';

/** In any second. */
const WINDOW_MS = 1_000;
/** On their way requests come closer together: what is a second here is to be one there, too. Costs 5 % of the limit. */
const MARGIN_MS = 50;
/** While both wait, the mirror gets one of so many: a backlog of hours must not stop it for hours. */
const MIRROR_EVERY = 20;

interface Waiting {
  readonly purpose: Purpose;
  readonly go: () => void;
}

export interface RequestLimitOptions {
  readonly clock?: Clock;
  /** Nobody can have asked before. */
  readonly isFirst?: boolean;
}

/**
 * At most so many requests to one integration's service in any second, whoever sends them. In memory, because the owner
 * of an integration is the only one who asks. It begins as if the owner before us had just used all of it.
 */
export class RequestLimit {
  readonly #perSecond: number;
  readonly #clock: Clock;
  readonly #rate: RecentRate;
  /** When the last requests went out, as many as fit into a second; a ring. */
  readonly #sentAt: number[];
  readonly #waiting: Record<Purpose, Waiting[]> = { delivery: [], mirror: [] };
  #next = 0;
  #isPumping = false;
  #sinceMirror = 0;
  /** Somebody wants to know when few wait. */
  #onShort: (() => void)[] = [];

  constructor(perSecond: number, { clock = MONOTONIC, isFirst = false }: RequestLimitOptions = {}) {
    this.#perSecond = perSecond;
    this.#clock = clock;
    this.#rate = new RecentRate(clock);
    // Ever later ones, so that those that wait from the beginning go out evenly and not all at once.
    const begin = isFirst ? Number.NEGATIVE_INFINITY : clock.nowMs();
    this.#sentAt = Array.from({ length: perSecond }, (_, at) => begin + (at * WINDOW_MS) / perSecond);
  }

  /** Resolves when the next request may be sent; rejects with the signal's reason when that aborts first. */
  async take(purpose: Purpose, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const queue = this.#waiting[purpose];
    const mine: Waiting = { purpose, go: resolve };
    const onAbort = () => {
      const at = queue.indexOf(mine);
      if (at >= 0) queue.splice(at, 1);
      reject(signal.reason);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    queue.push(mine);
    void this.#pump();
    try {
      await promise;
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  /**
   * Resolves when less than a second's worth of requests of deliveries waits: whatever begins before that would only
   * spend the time of its attempt here.
   */
  async untilShort(signal: AbortSignal): Promise<void> {
    while (this.#waiting.delivery.length >= this.#perSecond) {
      signal.throwIfAborted();
      const { promise, resolve } = Promise.withResolvers<void>();
      const onAbort = () => resolve();
      this.#onShort.push(resolve);
      signal.addEventListener('abort', onAbort, { once: true });
      await promise;
      signal.removeEventListener('abort', onAbort);
    }
    signal.throwIfAborted();
  }

  usage(): LimiterUsage {
    return { usedPerSecond: this.#rate.perSecond(), allowedPerSecond: this.#perSecond };
  }

  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    try {
      while (this.#waiting.delivery.length + this.#waiting.mirror.length > 0) {
        const leftMs = (this.#sentAt[this.#next] ?? 0) + WINDOW_MS + MARGIN_MS - this.#clock.nowMs();
        if (leftMs > 0) await this.#clock.pause(leftMs, NEVER);
        else this.#send();
      }
    } finally {
      this.#isPumping = false;
    }
  }

  /** Chosen when there is room, not when it came: who comes first in a hurry goes first. */
  #send(): void {
    const { delivery, mirror } = this.#waiting;
    const isMirrorsTurn =
      mirror.length > 0 && (delivery.length === 0 || this.#sinceMirror >= MIRROR_EVERY - 1);
    const chosen = isMirrorsTurn ? mirror.shift() : delivery.shift();
    if (chosen === undefined) return;
    this.#sinceMirror = isMirrorsTurn ? 0 : this.#sinceMirror + 1;
    this.#sentAt[this.#next] = this.#clock.nowMs();
    this.#next = (this.#next + 1) % this.#perSecond;
    this.#rate.count();
    chosen.go();
    for (const tell of this.#onShort.splice(0)) tell();
  }
}

const NEVER = new AbortController().signal;

/** The limits of the integrations that this process owns or owned; one for each, whoever asks. */
export class RequestLimits {
  readonly #perSecond: number;
  readonly #options: RequestLimitOptions;
  readonly #limits = new Map<bigint, RequestLimit>();

  constructor(perSecond: number, options: RequestLimitOptions = {}) {
    this.#perSecond = perSecond;
    this.#options = options;
  }

  of(integrationId: bigint): RequestLimit {
    const known = this.#limits.get(integrationId);
    if (known) return known;
    const made = new RequestLimit(this.#perSecond, this.#options);
    this.#limits.set(integrationId, made);
    return made;
  }
}
