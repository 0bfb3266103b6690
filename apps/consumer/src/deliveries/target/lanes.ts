import type { ClaimedDelivery } from '@domovoy/store';

/** A claimed delivery, and from when until when it is ours, by the clock of this process that only goes forward. */
export interface LeasedDelivery extends ClaimedDelivery {
  /** When the claim was asked for, so that the lease never seems longer than it is. */
  readonly claimedAt: number;
  readonly heldUntil: number;
}

interface Lane {
  readonly subject: string;
  readonly waiting: LeasedDelivery[];
  isBusy: boolean;
  /** Resolves when the last one that went is settled. */
  settling: Promise<void>;
}

/** How far a delivery is, besides whether its subject may go on. */
export interface Progress {
  /** Another attempt may begin, while this one is still being settled. */
  readonly attempted: () => void;
  /** Nothing is left to do for it. */
  readonly settled: () => void;
  /** Resolves when nothing is left to do for the one before it of its subject. */
  readonly before: Promise<void>;
}

export interface LanesOptions {
  /** Attempts at the same time. */
  readonly concurrency: number;
  /** Does one delivery, and resolves when it is clear whether the next one of its subject may begin. */
  readonly run: (delivery: LeasedDelivery, progress: Progress) => Promise<boolean>;
  /** Those behind one that has to be tried again: they go back untried. */
  readonly onHeldUp: (deliveries: readonly LeasedDelivery[]) => void;
  /** An attempt is over: there may be room for more. */
  readonly onRoom: () => void;
}

/** What is claimed and not settled. Deliveries of one subject go one after the other, subjects side by side. */
export class Lanes {
  readonly #options: LanesOptions;
  readonly #lanes = new Map<string, Lane>();
  /** Those that could go on. */
  readonly #ready: Lane[] = [];
  readonly #whenIdle: (() => void)[] = [];
  #held = 0;
  #open = 0;
  #attempting = 0;

  constructor(options: LanesOptions) {
    this.#options = options;
  }

  /** Claimed and not settled. */
  get held(): number {
    return this.#held;
  }

  /** Claimed, and its attempt not over: what takes room. To settle the others needs none. */
  get open(): number {
    return this.#open;
  }

  get attempting(): number {
    return this.#attempting;
  }

  /** In the order in which they shall go. */
  add(deliveries: readonly LeasedDelivery[]): void {
    this.#held += deliveries.length;
    this.#open += deliveries.length;
    for (const delivery of deliveries) {
      const lane = this.#lane(delivery.subject);
      lane.waiting.push(delivery);
      if (!lane.isBusy && lane.waiting.length === 1) this.#ready.push(lane);
    }
    this.#begin();
  }

  /** Takes out what has not begun. */
  takeWaiting(): LeasedDelivery[] {
    const waiting = [...this.#lanes.values()].flatMap((lane) => lane.waiting.splice(0));
    for (const { subject, isBusy } of this.#lanes.values()) if (!isBusy) this.#lanes.delete(subject);
    this.#ready.length = 0;
    this.#open -= waiting.length;
    return waiting;
  }

  /** Those that were taken out are settled, or will never be. */
  forget(count: number): void {
    this.#held -= count;
    if (this.#held === 0) for (const resolve of this.#whenIdle.splice(0)) resolve();
  }

  async idle(): Promise<void> {
    if (this.#held > 0) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
  }

  #lane(subject: string): Lane {
    const known = this.#lanes.get(subject);
    if (known) return known;
    const lane: Lane = { subject, waiting: [], isBusy: false, settling: Promise.resolve() };
    this.#lanes.set(subject, lane);
    return lane;
  }

  #begin(): void {
    while (this.#attempting < this.#options.concurrency) {
      const lane = this.#ready.shift();
      const delivery = lane?.waiting.shift();
      if (lane === undefined || delivery === undefined) return;
      lane.isBusy = true;
      void this.#go(lane, delivery);
    }
  }

  async #go(lane: Lane, delivery: LeasedDelivery): Promise<void> {
    this.#attempting += 1;
    let isAttempting = true;
    const attempted = () => {
      if (!isAttempting) return;
      isAttempting = false;
      this.#attempting -= 1;
      this.#open -= 1;
      this.#begin();
      this.#options.onRoom();
    };
    const before = lane.settling;
    const { promise, resolve } = Promise.withResolvers<void>();
    lane.settling = promise;
    const settled = () => {
      this.forget(1);
      resolve();
    };
    const mayGoOn = await this.#options.run(delivery, { attempted, settled, before });
    lane.isBusy = false;
    if (!mayGoOn && lane.waiting.length > 0) {
      this.#open -= lane.waiting.length;
      this.#options.onHeldUp(lane.waiting.splice(0));
    }
    if (lane.waiting.length > 0) this.#ready.push(lane);
    else this.#lanes.delete(lane.subject);
    attempted();
    this.#begin();
  }
}
