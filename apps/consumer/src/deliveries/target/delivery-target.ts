import type { DeliveryKinds } from '@domovoy/domain';
import type { Logger } from '@domovoy/service-kit';
import {
  claimDeliveries,
  type IntegrationWithCompany,
  lookAtDeliveryTargets,
  restDeliveryTarget,
  type Store,
  type TargetLook,
  type TargetOwner,
} from '@domovoy/store';
import { pause, within } from '../../intake/waiting.ts';
import type { DeliveryMetrics, TargetFigures } from '../../observe/delivery-metrics.ts';
import type { Abandon } from '../attempt/time-limit.ts';
import type { DeliveryHandler } from '../handler.ts';
import { Breaker } from '../limits/breaker.ts';
import { Gate, type TargetState } from '../limits/gate.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { DeliverySettings } from '../settings.ts';
import { Alarm } from './alarm.ts';
import { ClaimPlan } from './claim-plan.ts';
import { Lanes, type LeasedDelivery, type Progress } from './lanes.ts';
import { Reporter } from './reporter.ts';
import { Sender } from './sender.ts';
import { Settler } from './settler.ts';

export interface TargetDependencies {
  readonly store: Store;
  readonly logger: Logger;
  readonly metrics: DeliveryMetrics;
  readonly kinds: DeliveryKinds;
  readonly handlers: Readonly<Record<string, DeliveryHandler>>;
  readonly settings: DeliverySettings;
  readonly limiter: Limiter;
  /** Rows have changed; these integrations got something to send. */
  readonly onChange: (wakes: readonly bigint[]) => void;
  readonly onLetGo: (target: DeliveryTarget) => void;
  /** The claims of the one who did this before in this process: two at a time could break the order of a subject. */
  readonly predecessor: Promise<unknown>;
  readonly abandon: Abandon;
}

const AGAIN_MS = 500;
/** What a hand-over waits for attempts that are on their way. Those that take longer end under their lease. */
const LET_GO_MS = 1_000;

/**
 * Sending to one integration, in the hands of its owner: claims what is due; keeps order, limit and breaker. Nothing
 * here looks at the clock on the wall: due times and leases are the database's, waiting is measured by a clock that
 * only goes forward.
 */
export class DeliveryTarget implements TargetFigures {
  readonly integration: IntegrationWithCompany;
  readonly #owner: TargetOwner;
  readonly #options: TargetDependencies;
  readonly #breaker: Breaker;
  readonly #gate: Gate;
  readonly #lanes: Lanes;
  readonly #sender: Sender;
  readonly #reporter: Reporter;
  readonly #plan: ClaimPlan;
  readonly #alarm = new Alarm(() => this.wake());
  readonly #closing = new AbortController();
  #isWoken = false;
  #isClaiming = false;
  #claiming: Promise<void> = Promise.resolve();
  #hasFailed = false;
  #restsToWrite = 0;

  constructor(integration: IntegrationWithCompany, owner: TargetOwner, dependencies: TargetDependencies) {
    const { settings, metrics, store, limiter } = dependencies;
    const logger = dependencies.logger.child({ integrationId: String(integration.id) });
    this.integration = integration;
    this.#owner = owner;
    this.#options = { ...dependencies, logger };
    const concurrency = settings.concurrencyAt[integration.kind] ?? settings.concurrency;
    this.#plan = new ClaimPlan({ ...settings, concurrency });
    this.#breaker = new Breaker(settings.breaker, () => this.#onBreaker());
    this.#gate = new Gate(this.#breaker);
    this.#reporter = new Reporter({ store, owner, breaker: this.#breaker, limiter, logger });
    this.#sender = new Sender({
      ...this.#options,
      integration,
      gate: this.#gate,
      breaker: this.#breaker,
      settler: new Settler({
        store,
        workerId: owner.workerId,
        logger,
        onLost: ({ id }) => {
          logger.error(
            { event: 'delivery-lease-lost', deliveryId: String(id) },
            'it may have been sent twice',
          );
          metrics.lostLeases.inc();
        },
      }),
      onRest: (forMs, code) => void this.#rest(forMs, code),
      onSettled: (delayMs, wakes) => {
        this.#plan.count();
        if (delayMs !== null) this.#alarm.setIn(delayMs);
        this.#options.onChange(wakes);
        // What waited behind it, and what it made room for.
        this.wake();
      },
    });
    this.#lanes = new Lanes({
      concurrency,
      run: (row, progress) => this.#send(row, progress),
      onHeldUp: (rows) => this.#release(rows),
      onRoom: () => {
        if (!this.#plan.hasAll) this.wake();
      },
    });
  }

  get state(): TargetState {
    return this.#gate.state;
  }

  get held(): number {
    return this.#lanes.held;
  }

  get attempting(): number {
    return this.#lanes.attempting;
  }

  /** There may be something to send. */
  wake(): void {
    this.#isWoken = true;
    if (this.#isClaiming) return;
    this.#isClaiming = true;
    this.#claiming = this.#claimWhileWoken();
  }

  /** What the database says of this target, seen by somebody who looked at several. */
  see(look: TargetLook): void {
    this.#gate.pause(look.isPaused);
    // Not while our own word is on its way: the row does not know of it yet.
    if (this.#restsToWrite === 0) this.#gate.rest(look.quotaLeftMs);
    if (this.#gate.admits === 'none') this.#holdUp();
    if (look.isDue) this.wake();
    else this.#foresee(look);
  }

  report(): Promise<boolean> {
    return this.#reporter.report();
  }

  /** Claims nothing more and gives back what has not begun. Resolves when nothing is left, or soon. */
  async letGo(): Promise<void> {
    this.#gate.close();
    this.#closing.abort();
    this.#alarm.clear();
    this.#options.onLetGo(this);
    this.#holdUp();
    await within(
      LET_GO_MS,
      this.#claiming.then(() => this.#lanes.idle()),
    );
  }

  /** Resolves when no claim is on its way. */
  get claimed(): Promise<void> {
    return this.#claiming;
  }

  /** Resolves when nothing is left. */
  idle(): Promise<void> {
    return this.#lanes.idle();
  }

  async #claimWhileWoken(): Promise<void> {
    try {
      while (this.#isWoken) {
        this.#isWoken = false;
        await this.#claim();
      }
      this.#hasFailed = false;
    } catch (error) {
      // Told once: an outage of the database is told by the lease as well.
      if (!this.#hasFailed) this.#options.logger.warn({ event: 'claim-failed', err: error });
      this.#hasFailed = true;
      this.#alarm.setIn(AGAIN_MS);
    } finally {
      this.#isClaiming = false;
    }
  }

  async #claim(): Promise<void> {
    await this.#options.predecessor;
    const limit = this.#room();
    if (limit === 0) return;
    const { store, settings } = this.#options;
    const leaseMs = settings.leaseMsAt[this.integration.kind] ?? settings.leaseMs;
    const claimedAt = performance.now();
    const rows = await claimDeliveries(store, { ...this.#owner, ...this.#plan.next(), limit, leaseMs });
    const heldUntil = claimedAt + leaseMs;
    this.#lanes.add(rows.map((row) => Object.assign(row, { claimedAt, heldUntil })));
    // It was on its way when this target was let go of.
    if (this.#closing.signal.aborted) this.#holdUp();
    const subjects = rows.map(({ subject }) => subject);
    if (this.#plan.took(subjects, limit, performance.now() - claimedAt)) this.#isWoken = true;
    if (rows.length === 0) await this.#lookAhead();
  }

  /** How many to claim now. */
  #room(): number {
    const { admits, opensInMs } = this.#gate;
    const waitMs = Math.max(opensInMs ?? 0, this.#plan.waitMs);
    if (admits === 'none' || waitMs > 0) {
      if (waitMs > 0) this.#alarm.setIn(waitMs);
      return 0;
    }
    return admits === 'all' ? this.#plan.room(this.#lanes) : Number(this.held === 0);
  }

  /** Nothing could be claimed: when will it be worth while again? */
  async #lookAhead(): Promise<void> {
    const [look] = await lookAtDeliveryTargets(this.#options.store, [this.integration.id]);
    if (look) this.#foresee(look);
  }

  #foresee({ nextDueInMs }: TargetLook): void {
    if (nextDueInMs !== null) this.#alarm.setIn(nextDueInMs);
  }

  #onBreaker(): void {
    const { logger } = this.#options;
    const { state, code } = this.#breaker;
    const log = state === 'open' ? logger.warn.bind(logger) : logger.info.bind(logger);
    log({ event: 'breaker', state, code }, `the breaker of a target is ${state}`);
    if (state === 'open') this.#holdUp();
    this.wake();
    void this.report().then(() => this.#options.onChange([]));
  }

  /** The target asked for it: nothing begins before, whoever owns it then. */
  async #rest(forMs: number, code: string): Promise<void> {
    const { store, logger, onChange } = this.#options;
    if (forMs > this.#gate.restLeftMs) this.#gate.rest(forMs);
    this.#holdUp();
    this.#alarm.setIn(forMs);
    this.#restsToWrite += 1;
    for (let leftMs = forMs; leftMs > 0 && !this.#closing.signal.aborted; leftMs = this.#gate.restLeftMs)
      try {
        await restDeliveryTarget(store, { ...this.#owner, forMs: leftMs, code });
        onChange([]);
        break;
      } catch (error) {
        logger.warn({ event: 'rest-not-recorded', err: error });
        await pause(AGAIN_MS, this.#closing.signal);
      }
    this.#restsToWrite -= 1;
  }

  async #send(row: LeasedDelivery, progress: Progress): Promise<boolean> {
    try {
      return await this.#sender.send(row, progress);
    } catch (error) {
      // A bug. The lease runs out, and it comes again.
      this.#options.logger.error({ event: 'delivery-crashed', deliveryId: String(row.id), err: error });
      progress.settled();
      return false;
    }
  }

  /** Gives back everything that has not begun. */
  #holdUp(): void {
    this.#gate.hold();
    this.#release(this.#lanes.takeWaiting());
  }

  #release(rows: readonly LeasedDelivery[]): void {
    for (const row of rows) void this.#giveBack(row);
  }

  async #giveBack(row: LeasedDelivery): Promise<void> {
    await this.#sender.release(row);
    this.#lanes.forget(1);
    this.wake();
  }
}
