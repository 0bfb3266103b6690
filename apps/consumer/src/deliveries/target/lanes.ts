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
}

export interface LanesOptions {
  /** Attempts at the same time. */
  readonly concurrency: number;
  /**
   * Does one delivery from its attempt to its settling, and says whether the subject may go on. `attempted` frees the
   * slot for the next attempt while this one is still being settled.
   */
  readonly run: (delivery: LeasedDelivery, attempted: () => void) => Promise<boolean>;
  /** Those behind one that has to be tried again: they go back untried. */
  readonly onHeldUp: (deliveries: readonly LeasedDelivery[]) => void;
  /** Something has ended: there may be room for more. */
  readonly onRoom: () => void;
}

/**
 * What is claimed and not settled. Deliveries of one subject go one after the other, each when the one before is
 * settled; subjects go side by side.
 */
export class Lanes {
  readonly #options: LanesOptions;
  readonly #lanes = new Map<string, Lane>();
  /** Those that could go on. */
  readonly #ready: Lane[] = [];
  readonly #whenIdle: (() => void)[] = [];
  #held = 0;
  #attempting = 0;

  constructor(options: LanesOptions) {
    this.#options = options;
  }

  /** Claimed and not settled. */
  get held(): number {
    return this.#held;
  }

  get attempting(): number {
    return this.#attempting;
  }

  /** In the order in which they shall go. */
  add(deliveries: readonly LeasedDelivery[]): void {
    this.#held += deliveries.length;
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
    const lane: Lane = { subject, waiting: [], isBusy: false };
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
      this.#begin();
    };
    const mayGoOn = await this.#options.run(delivery, attempted);
    lane.isBusy = false;
    if (!mayGoOn && lane.waiting.length > 0) this.#options.onHeldUp(lane.waiting.splice(0));
    if (lane.waiting.length > 0) this.#ready.push(lane);
    else this.#lanes.delete(lane.subject);
    attempted();
    this.#begin();
    this.forget(1);
    this.#options.onRoom();
  }
}
