import type { Bitrix24 } from '@domovoy/bitrix24-sdk';
import { type ConnectionTrouble, readBitrix24Config } from '@domovoy/domain';
import type { Logger } from '@domovoy/service-kit';
import type { IntegrationWithCompany, Store } from '@domovoy/store';
import { troubleOf } from '../deliveries/handlers/integration/trouble-of.ts';
import { pause, within } from '../intake/waiting.ts';
import { drainQueue } from './drain-queue.ts';
import { reconcilePortal } from './reconcile-portal.ts';
import { takeInHooks } from './take-in-hooks.ts';

export interface PortalWatchOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly bitrix24Of: (integration: IntegrationWithCompany) => Bitrix24;
  /** The connection is broken: people are told, with a reason. */
  readonly onTrouble: (integration: IntegrationWithCompany, trouble: ConnectionTrouble) => Promise<unknown>;
  readonly settings?: Partial<PortalWatchSettings>;
}

export interface PortalWatchSettings {
  /** Behind NOTIFY. */
  readonly hooksEveryMs: number;
  /** Behind the portal's own wake-up. */
  readonly queueEveryMs: number;
  /** What web hooks lost, because a portal never repeats one, is found so late. */
  readonly reconcileEveryMs: number;
}

const PORTAL_WATCH_SETTINGS: PortalWatchSettings = {
  hooksEveryMs: 2_000,
  queueEveryMs: 30_000,
  reconcileEveryMs: 600_000,
};

/** After a failure; a portal that is away is tried again without a hurry. */
const AGAIN_MS = 30_000;

/** Something that is done again and again, sooner when somebody asks. */
interface Round {
  readonly name: string;
  readonly everyMs: number;
  wake: PromiseWithResolvers<void>;
  readonly work: () => Promise<void>;
}

/**
 * Hears what a portal says, on behalf of its owner: events that came by web hook, the offline queue where the plan has
 * one, and a regular look at what changed. Each of the three is enough to find a change; the later ones find it later.
 */
export class PortalWatch {
  readonly integration: IntegrationWithCompany;
  readonly #options: PortalWatchOptions;
  readonly #logger: Logger;
  readonly #closing = new AbortController();
  readonly #rounds: readonly Round[];
  readonly #ended: Promise<unknown>;

  constructor(integration: IntegrationWithCompany, options: PortalWatchOptions) {
    this.integration = integration;
    this.#options = options;
    this.#logger = options.logger.child({ integrationId: String(integration.id) });
    const settings = { ...PORTAL_WATCH_SETTINGS, ...options.settings };
    const round = (name: string, everyMs: number, work: () => Promise<void>): Round => ({
      name,
      everyMs,
      work,
      wake: Promise.withResolvers<void>(),
    });
    this.#rounds = [
      round('hooks', settings.hooksEveryMs, () => this.#takeIn()),
      round('queue', settings.queueEveryMs, () => this.#drain()),
      round('reconcile', settings.reconcileEveryMs, () => this.#reconcile()),
    ];
    this.#ended = Promise.all(this.#rounds.map((one) => this.#again(one)));
  }

  /** An event has come in. */
  wake(): void {
    this.#wake('hooks');
  }

  /** Ends what is on its way; what is not done comes again. */
  async close(deadlineMs: number): Promise<void> {
    this.#closing.abort();
    for (const { wake } of this.#rounds) wake.resolve();
    await within(deadlineMs, this.#ended);
  }

  #wake(name: string): void {
    this.#rounds.find((round) => round.name === name)?.wake.resolve();
  }

  async #again(round: Round): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      // Before the work: what comes in the middle of it is not slept over.
      round.wake = Promise.withResolvers<void>();
      let waitMs = round.everyMs;
      try {
        await round.work();
      } catch (error) {
        if (signal.aborted) return;
        waitMs = Math.max(waitMs, AGAIN_MS);
        await this.#tell(round.name, error);
      }
      const over = new AbortController();
      await Promise.race([pause(waitMs, AbortSignal.any([signal, over.signal])), round.wake.promise]);
      over.abort();
    }
  }

  async #tell(round: string, error: unknown): Promise<void> {
    const { auth } = readBitrix24Config(this.integration.config);
    const trouble = troubleOf(error, auth);
    this.#logger.warn(
      { event: 'portal-round-failed', round, trouble, err: error },
      'a portal was not heard of',
    );
    if (trouble !== null) await this.#options.onTrouble(this.integration, trouble).catch(() => undefined);
  }

  async #takeIn(): Promise<void> {
    const { hasQueued } = await takeInHooks(this.#options.store, this.integration, {
      logger: this.#logger,
      signal: this.#closing.signal,
    });
    if (hasQueued) this.#wake('queue');
  }

  #drain(): Promise<void> {
    return drainQueue(
      { ...this.#options, logger: this.#logger, signal: this.#closing.signal },
      this.integration,
    );
  }

  #reconcile(): Promise<void> {
    return reconcilePortal({ ...this.#options, signal: this.#closing.signal }, this.integration);
  }
}
