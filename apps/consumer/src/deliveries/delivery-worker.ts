import type { DeliveryKinds } from '@domovoy/domain';
import type { Logger } from '@domovoy/service-kit';
import {
  DELIVERIES_CHANNEL,
  type IntegrationWithCompany,
  type Listener,
  lookAtDeliveryTargets,
  notifiedIntegrations,
  type Store,
  untilDatabase,
} from '@domovoy/store';
import { pause, within } from '../intake/waiting.ts';
import type { DeliveryMetrics } from '../observe/delivery-metrics.ts';
import { Abandon } from './attempt/time-limit.ts';
import type { DeliveryHandler, DeliveryHandlers } from './handler.ts';
import { createUnlimited, type Limiter } from './limits/limiter.ts';
import { DELIVERY_SETTINGS, type DeliverySettings, SETTLE_RESERVE_MS } from './settings.ts';
import { DeliveryTarget } from './target/delivery-target.ts';
import { Announcer } from './upkeep/announcer.ts';
import { Retention } from './upkeep/retention.ts';
import { Sweeper } from './upkeep/sweeper.ts';

export interface DeliveryWorkerOptions<Kinds extends DeliveryKinds> {
  readonly store: Store;
  readonly logger: Logger;
  readonly metrics: DeliveryMetrics;
  readonly kinds: Kinds;
  readonly handlers: DeliveryHandlers<Kinds>;
  /** What each target allows; without it nothing is known. */
  readonly limiterOf?: (integration: IntegrationWithCompany) => Limiter;
  readonly settings?: Partial<DeliverySettings>;
  /** Aborts when the process begins to stop: from then on attempts have `drainMs` to end by themselves. */
  readonly signal?: AbortSignal;
}

/** The worker that owns an integration. */
export interface Owner {
  readonly workerId: string;
  readonly ownerFence: bigint;
}

export interface DeliveryWorker extends AsyncDisposable {
  /** Begins to send to an integration that this process owns. `letGo` of what it gives ends that. */
  start(integration: IntegrationWithCompany, owner: Owner): DeliveryTarget;
  readonly targets: Iterable<DeliveryTarget>;
  /** How long ago the database last told what there is to do. */
  readonly blindMs: number;
}

/** Rates are reported so often. */
const REPORT_EVERY_MS = 5_000;
const GOODBYE_MS = 500;
/** Of a lease: so often is looked for leases while there is none. */
const IDLE_SWEEPS = 3;

/** Sends the deliveries of all integrations that this process owns. */
export function createDeliveryWorker<Kinds extends DeliveryKinds>(
  options: DeliveryWorkerOptions<Kinds>,
): DeliveryWorker {
  const settings = { ...DELIVERY_SETTINGS, ...options.settings };
  for (const [name, { attemptTimeoutMs, target }] of Object.entries(options.kinds)) {
    const leaseMs = settings.leaseMsAt[target] ?? settings.leaseMs;
    if (attemptTimeoutMs + SETTLE_RESERVE_MS > leaseMs)
      throw new TypeError(`an attempt at ${name} may take longer than the lease of ${leaseMs} ms`);
  }
  const signal = options.signal ?? new AbortController().signal;
  return new Worker({ limiterOf: createUnlimited, ...options, settings, signal });
}

type WorkerOptions = Omit<Required<DeliveryWorkerOptions<DeliveryKinds>>, 'settings' | 'handlers'> & {
  readonly settings: DeliverySettings;
  readonly handlers: Readonly<Record<string, DeliveryHandler>>;
};

class Worker implements DeliveryWorker {
  readonly #options: WorkerOptions;
  readonly #targets = new Map<bigint, DeliveryTarget>();
  /** Let go, with attempts that are still on their way. */
  readonly #leaving = new Set<DeliveryTarget>();
  readonly #closing = new AbortController();
  readonly #abandon = new Abandon();
  readonly #announcer: Announcer;
  readonly #upkeep: readonly AsyncDisposable[];
  readonly #polling: Promise<void>;
  readonly #listening: Promise<Listener | null>;
  #lookedAt = performance.now();
  #reportedAt = 0;
  #drainUntil = Infinity;

  constructor(options: WorkerOptions) {
    this.#options = options;
    const { store, logger, metrics, settings } = options;
    this.#announcer = new Announcer(store);
    this.#upkeep = [
      new Sweeper({
        store,
        logger,
        everyMs: settings.sweepMs,
        idleMs: Math.max(settings.sweepMs, settings.leaseMs / IDLE_SWEEPS),
        onSwept: (count, integrationIds) => {
          metrics.swept.inc(count);
          this.#changed(integrationIds);
        },
      }),
      new Retention({
        store,
        logger,
        days: settings.retentionDays,
        everyMs: settings.retentionEveryMs,
        onForgotten: (count) => metrics.forgotten.inc(count),
      }),
    ];
    this.#polling = this.#poll();
    this.#listening = this.#listen();
    options.signal.addEventListener('abort', () => void this.#beginToStop(), { once: true });
  }

  get targets(): Iterable<DeliveryTarget> {
    return this.#targets.values();
  }

  get blindMs(): number {
    return this.#targets.size === 0 ? 0 : performance.now() - this.#lookedAt;
  }

  start(integration: IntegrationWithCompany, { workerId, ownerFence }: Owner): DeliveryTarget {
    const { limiterOf, ...rest } = this.#options;
    const before = [...this.#leaving].filter((leaving) => leaving.integration.id === integration.id);
    const target = new DeliveryTarget(
      integration,
      { integrationId: integration.id, workerId, ownerFence },
      {
        ...rest,
        limiter: limiterOf(integration),
        onChange: (wakes) => this.#changed(wakes),
        onLetGo: (leaving) => this.#leave(leaving),
        predecessor: Promise.all(before.map((leaving) => leaving.claimed)),
        abandon: this.#abandon,
      },
    );
    if (this.#targets.size === 0) this.#lookedAt = performance.now();
    this.#targets.set(integration.id, target);
    target.wake();
    return target;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await this.#beginToStop();
    const idle = Promise.all([...this.#leaving].map((target) => target.idle()));
    await within(Math.max(0, this.#drainUntil - performance.now()) + this.#options.settings.abortedMs, idle);
    this.#announcer.close();
    const ending = [
      this.#listening.then((listener) => listener?.close()),
      this.#polling,
      ...this.#upkeep.map((one) => one[Symbol.asyncDispose]()),
    ];
    // A database that is frozen answers none of them.
    await within(GOODBYE_MS, Promise.all(ending));
  }

  /** Nothing more begins. Attempts have `drainMs` to end by themselves; then they are aborted, and what they say counts. */
  async #beginToStop(): Promise<void> {
    const { drainMs } = this.#options.settings;
    if (this.#drainUntil === Infinity) {
      this.#drainUntil = performance.now() + drainMs;
      setTimeout(() => this.#abandon.now(), drainMs).unref();
    }
    await Promise.all([...this.#targets.values()].map((target) => target.letGo()));
  }

  #leave(target: DeliveryTarget): void {
    if (this.#targets.get(target.integration.id) === target) this.#targets.delete(target.integration.id);
    this.#leaving.add(target);
    void target.claimed.then(() => target.idle()).then(() => this.#leaving.delete(target));
  }

  /** Rows have changed. Own targets are woken here, the others by their owners. */
  #changed(wakes: readonly bigint[]): void {
    this.#announcer.announce(wakes.filter((id) => !this.#targets.has(id)));
    for (const id of wakes) this.#targets.get(id)?.wake();
  }

  async #listen(): Promise<Listener | null> {
    const { store, logger } = this.#options;
    const { signal } = this.#closing;
    try {
      const listener = await untilDatabase(
        () => store.listen(DELIVERIES_CHANNEL, (payload) => this.#onNotify(payload)),
        { signal, onWait: () => {} },
      );
      // What was told before.
      this.#onNotify('');
      return listener;
    } catch (error) {
      // Without notifications the poll finds everything, a second later.
      if (!signal.aborted) logger.error({ event: 'listen-failed', err: error });
      return null;
    }
  }

  #onNotify(payload: string): void {
    const named = notifiedIntegrations(payload) ?? [...this.#targets.keys()];
    const targets = named.flatMap((id) => this.#targets.get(id) ?? []);
    // An idle one claims at once, which is the shortest way. A busy one may have been paused, and what it holds must not
    // begin then; one that stands still may have been resumed.
    for (const target of targets) target.wake();
    const changed = targets.filter(({ held, state }) => held > 0 || state !== 'running');
    if (changed.length > 0) this.#look(changed).catch(() => undefined);
  }

  async #poll(): Promise<void> {
    const { settings, logger } = this.#options;
    const { signal } = this.#closing;
    for (let hasFailed = false; !signal.aborted; ) {
      await pause(settings.pollMs, signal);
      const targets = [...this.#targets.values()];
      if (targets.length === 0 || signal.aborted) continue;
      try {
        await this.#look(targets);
        this.#lookedAt = performance.now();
        hasFailed = false;
      } catch (error) {
        if (!hasFailed) logger.warn({ event: 'look-at-targets-failed', err: error });
        hasFailed = true;
      }
      if (performance.now() - this.#reportedAt > REPORT_EVERY_MS) {
        this.#reportedAt = performance.now();
        await Promise.all(targets.map((target) => target.report()));
      }
    }
  }

  async #look(targets: readonly DeliveryTarget[]): Promise<void> {
    const ids = targets.map(({ integration }) => integration.id);
    for (const look of await lookAtDeliveryTargets(this.#options.store, ids))
      this.#targets.get(look.integrationId)?.see(look);
  }
}
