import type { Logger } from '@domovoy/service-kit';
import {
  isRetryable,
  recordLateOutcomes,
  type Settlement,
  type Store,
  settleDeliveries,
  type Tx,
} from '@domovoy/store';
import { pause } from '../../intake/waiting.ts';
import type { LeasedDelivery } from './lanes.ts';

/** `lost`: the lease was; nothing was changed, what was tried is recorded. */
export type Settled = 'settled' | 'lost' | 'refused';

export interface SettlerOptions {
  readonly store: Store;
  readonly workerId: string;
  readonly logger: Logger;
  readonly onLost: (settlement: Settlement) => void;
}

/** Whose outcome it is, and until when its lease holds. */
type Held = Pick<LeasedDelivery, 'subject' | 'heldUntil'>;

interface Waiting extends Held {
  readonly settlement: Settlement;
  readonly resolve: (settled: Settled) => void;
}

const MOST_AT_ONCE = 400;
/**
 * Statements on their way at the same time, so that the database works on one while the other waits for the disk; the
 * second only for as many as are worth a statement.
 */
const SIDE_BY_SIDE = 2;
const WORTH_ANOTHER = 32;
const RETRY_MS = 200;
/** Longer than its lease an outcome is worth a while too: as long as nobody has swept it, the fence still lets it in. */
const LATE_MS = 20_000;

class LeaseLost extends Error {}

/**
 * Brings outcomes into the database. Plain ones gather while a statement is on its way, and go together in the next;
 * those with a continuation have a transaction each. Of one subject a statement waits for the one before it: what is settled
 * later in the order is never there first. While the database is away an outcome waits. Whether its lease was
 * lost meanwhile the fence says, nothing else.
 */
export class Settler {
  readonly #options: SettlerOptions;
  #waiting: Waiting[] = [];
  /** Subjects of the statements that are on their way. */
  readonly #onTheirWay = new Set<string>();
  #flushing = 0;
  #isScheduled = false;

  constructor(options: SettlerOptions) {
    this.#options = options;
  }

  settle(settlement: Settlement, { subject, heldUntil }: Held): Promise<Settled> {
    return new Promise((resolve) => {
      this.#waiting.push({ settlement, subject, heldUntil, resolve });
      this.#schedule();
    });
  }

  /** `refused`: the continuation failed for a reason that will not pass; nothing was changed. */
  async settleWith(
    settlement: Settlement,
    heldUntil: number,
    continuation: (tx: Tx) => Promise<void>,
  ): Promise<Settled> {
    const { store, workerId, logger } = this.#options;
    try {
      await this.#patiently(heldUntil + LATE_MS, () =>
        store.transaction(async (tx) => {
          const settled = await settleDeliveries(tx, workerId, [settlement]);
          if (settled.size === 0) throw new LeaseLost();
          await continuation(tx);
        }),
      );
      return 'settled';
    } catch (error) {
      if (error instanceof LeaseLost || isRetryable(error)) return this.#missed(settlement);
      logger.error(
        { event: 'continuation-failed', deliveryId: String(settlement.id), err: error },
        'the next step of a delivery failed: that is a bug',
      );
      return 'refused';
    }
  }

  #schedule(): void {
    if (this.#isScheduled || this.#flushing >= SIDE_BY_SIDE) return;
    const worth = this.#flushing === 0 ? 1 : WORTH_ANOTHER;
    if (this.#waiting.length < worth) return;
    if (this.#flushing > 0 && this.#waiting.filter((one) => this.#mayGo(one)).length < worth) return;
    this.#isScheduled = true;
    // One turn of the event loop: attempts that end together are settled together.
    setImmediate(() => void this.#flush());
  }

  async #flush(): Promise<void> {
    this.#isScheduled = false;
    const batch = this.#waiting.filter((one) => this.#mayGo(one)).slice(0, MOST_AT_ONCE);
    const taken = new Set(batch);
    this.#waiting = this.#waiting.filter((one) => !taken.has(one));
    const subjects = new Set(batch.map(({ subject }) => subject));
    for (const subject of subjects) this.#onTheirWay.add(subject);
    this.#flushing += 1;
    await this.#settleBatch(batch);
    this.#flushing -= 1;
    for (const subject of subjects) this.#onTheirWay.delete(subject);
    this.#schedule();
  }

  #mayGo({ subject }: Waiting): boolean {
    return !this.#onTheirWay.has(subject);
  }

  async #settleBatch(batch: readonly Waiting[]): Promise<void> {
    const { store, workerId, logger } = this.#options;
    const until = Math.max(...batch.map((one) => one.heldUntil)) + LATE_MS;
    let settled: Set<bigint>;
    try {
      const settlements = batch.map((one) => one.settlement);
      settled = await this.#patiently(until, () => settleDeliveries(store, workerId, settlements));
    } catch (error) {
      if (!isRetryable(error)) {
        await this.#oneByOne(batch, error);
        return;
      }
      logger.error({ event: 'settling-given-up', count: batch.length, err: error });
      settled = new Set();
    }
    for (const one of batch) if (settled.has(one.settlement.id)) one.resolve('settled');
    const missing = batch.filter((one) => !settled.has(one.settlement.id));
    await Promise.all(missing.map(async (one) => one.resolve(await this.#missed(one.settlement))));
  }

  /** The statement itself was refused. Whichever outcome is to blame shall not take the others with it. */
  async #oneByOne(batch: readonly Waiting[], error: unknown): Promise<void> {
    const [only] = batch;
    if (batch.length > 1 || only === undefined) {
      for (const one of batch) await this.#settleBatch([one]);
      return;
    }
    const { settlement } = only;
    this.#options.logger.error(
      { event: 'settling-refused', deliveryId: String(settlement.id), err: error },
      'the database refused the outcome of a delivery: that is a bug',
    );
    only.resolve('refused');
  }

  /** Not settled: was the lease lost, or only the answer to an earlier try? */
  async #missed(settlement: Settlement): Promise<Settled> {
    const { store, workerId, logger, onLost } = this.#options;
    if (settlement.outcome === 'released') return 'lost';
    try {
      const until = performance.now() + LATE_MS;
      const lost = await this.#patiently(until, () => recordLateOutcomes(store, workerId, [settlement]));
      if (!lost.has(settlement.id)) return 'settled';
    } catch (error) {
      logger.error({ event: 'late-outcome-not-recorded', deliveryId: String(settlement.id), err: error });
    }
    onLost(settlement);
    return 'lost';
  }

  /** At least once, and again while the database is away. */
  async #patiently<T>(until: number, work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isRetryable(error) || performance.now() + RETRY_MS > until) throw error;
        await pause(RETRY_MS, new AbortController().signal);
      }
    }
  }
}
