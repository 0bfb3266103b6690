import type { Logger } from '@domovoy/service-kit';
import {
  acquireIntegrations,
  countSurplus,
  forgetWorkers,
  type IntegrationWithCompany,
  loadIntegrations,
  releaseIntegrations,
  type Store,
} from '@domovoy/store';
import type { Owner } from '../deliveries/delivery-worker.ts';
import type { DeliveryTarget } from '../deliveries/target/delivery-target.ts';
import type { PortalWatch } from '../hooks-intake/portal-watch.ts';
import type { Intake } from '../intake/intake.ts';
import { pause, within } from '../intake/waiting.ts';
import { recordIntegrationState } from '../integrations/record-integration-state.ts';
import type { Mirror } from '../sync/mirror.ts';

export interface OwnershipOptions {
  readonly store: Store;
  readonly logger: Logger;
  /** The worker that owns; null while it has no lease. */
  readonly workerId: () => string | null;
  /** Null: its events are not read here. */
  readonly startIntake: (integration: IntegrationWithCompany) => Intake | null;
  /** Null: the integration has no access to REST, nothing is mirrored. */
  readonly startMirror: (integration: IntegrationWithCompany, owner: Owner) => Mirror | null;
  readonly startDeliveries: (integration: IntegrationWithCompany, owner: Owner) => DeliveryTarget;
  /** Null: it is no portal. */
  readonly startWatch?: (integration: IntegrationWithCompany) => PortalWatch | null;
  readonly lookMs?: number;
  /** How often the rows of owned integrations are read again: changed access, paused, deleted. */
  readonly refreshMs?: number;
}

const FORGET_EVERY_MS = 60_000;
/** Below the 15 s that the process has for all of its shutdown. */
const CLOSE_DEADLINE_MS = 8_000;

/** What is done for an owned integration. */
interface Work {
  readonly integration: IntegrationWithCompany;
  readonly intake: Intake | null;
  readonly mirror: Mirror | null;
  readonly deliveries: DeliveryTarget;
  readonly watch: PortalWatch | null;
  readonly owner: Owner;
}

/**
 * Takes integrations up to this worker's fair share, gives back what is above it, keeps an intake and a mirror for each
 * and sends its deliveries. All of it is closed before the integration is released: the next owner finds committed
 * offsets, a group without us and no run in progress, so that a joining process causes no long pause. (Deliveries that
 * take long end under their own leases.)
 */
export class Ownership implements AsyncDisposable {
  readonly #options: Required<OwnershipOptions>;
  /** The fence of each owned integration. */
  readonly #owned = new Map<bigint, bigint>();
  readonly #work = new Map<bigint, Work>();
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;
  #refreshedAt = 0;
  #forgotAt = 0;
  #hasLooked = false;

  constructor(options: OwnershipOptions) {
    this.#options = { lookMs: 1_000, refreshMs: 5_000, startWatch: () => null, ...options };
    this.#ended = this.#lookAgainAndAgain();
  }

  /** Has the first look, which decides what there is to do, been made? */
  get hasLooked(): boolean {
    return this.#hasLooked;
  }

  get intakes(): readonly Intake[] {
    return [...this.#work.values()].flatMap(({ intake }) => intake ?? []);
  }

  get mirrors(): readonly Mirror[] {
    return [...this.#work.values()].flatMap(({ mirror }) => mirror ?? []);
  }

  get watches(): readonly PortalWatch[] {
    return [...this.#work.values()].flatMap(({ watch }) => watch ?? []);
  }

  /** What is worked on at the moment, and as whom. */
  get owned(): readonly Pick<Work, 'integration' | 'owner'>[] {
    return [...this.#work.values()];
  }

  /** The lease is gone: all work stops, nothing is released, because it is no longer ours. */
  async abandon(): Promise<void> {
    this.#hasLooked = false;
    await this.#stop([...this.#work.keys()]);
    this.#owned.clear();
  }

  /** Stops all work. What is owned stays so until the worker retires. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    // A look that hangs in a frozen database begins nothing any more: it is not waited for longer than the intakes.
    await this.#stop([...this.#work.keys()]);
    await within(1_000, this.#ended);
  }

  async #lookAgainAndAgain(): Promise<void> {
    const { signal } = this.#closing;
    const { workerId, lookMs, logger } = this.#options;
    for (let hasFailed = false; !signal.aborted; ) {
      const id = workerId();
      try {
        if (id) await this.#look(id);
        hasFailed = false;
      } catch (error) {
        // Told once: the next look comes soon, and an outage is told by the lease as well.
        if (!hasFailed) logger.warn({ event: 'look-failed', err: error }, 'no look at the integrations');
        hasFailed = true;
      }
      await pause(id ? lookMs : 100, signal);
    }
  }

  async #look(workerId: string): Promise<void> {
    const { store, refreshMs } = this.#options;
    const acquired = await acquireIntegrations(store, workerId);
    if (!this.#isStill(workerId)) return;
    for (const { id, ownerFence } of acquired) this.#owned.set(id, ownerFence);
    const surplus = await countSurplus(store, workerId);
    const now = performance.now();
    const isStale = now - this.#refreshedAt > refreshMs;
    if (isStale || surplus > 0 || this.#work.size < this.#owned.size) {
      await this.#refresh(workerId);
      this.#refreshedAt = now;
    }
    this.#hasLooked = true;
    if (surplus > 0) await this.#releaseSurplus(workerId);
    if (now - this.#forgotAt > FORGET_EVERY_MS) {
      this.#forgotAt = now;
      await forgetWorkers(store);
    }
  }

  /** Another worker has joined. What was paused is given back already, and does not count any more. */
  async #releaseSurplus(workerId: string): Promise<void> {
    const { store, logger } = this.#options;
    const surplus = await countSurplus(store, workerId);
    if (surplus === 0 || !this.#isStill(workerId)) return;
    logger.info({ event: 'surplus-released', count: surplus }, 'another worker has joined');
    await this.#giveBack(workerId, [...this.#owned.keys()].slice(-surplus));
  }

  /** Brings the intakes in line with the rows: new, changed, paused, gone. */
  async #refresh(workerId: string): Promise<void> {
    if (this.#owned.size === 0) return;
    const rows = await loadIntegrations(this.#options.store, [...this.#owned.keys()]);
    if (!this.#isStill(workerId)) return;
    const wanted = new Map(rows.filter((row) => row.state !== 'paused').map((row) => [row.id, row]));
    await this.#giveBack(
      workerId,
      [...this.#owned.keys()].filter((id) => !wanted.has(id)),
    );
    const changed = [...this.#work.values()].filter(({ integration }) => {
      const row = wanted.get(integration.id);
      return row !== undefined && accessText(row) !== accessText(integration);
    });
    await this.#stop(changed.map(({ integration }) => integration.id));
    if (!this.#isStill(workerId)) return;
    for (const row of wanted.values()) this.#start(workerId, row);
    for (const intake of this.intakes) {
      const row = wanted.get(intake.integration.id);
      if (row) await recordIntegrationState(this.#options.store, row, intake.status());
    }
  }

  #start(workerId: string, row: IntegrationWithCompany): void {
    const ownerFence = this.#owned.get(row.id);
    if (ownerFence === undefined || this.#work.has(row.id)) return;
    const { logger, startIntake, startMirror, startDeliveries, startWatch } = this.#options;
    logger.info({ event: 'intake-started', integrationId: String(row.id), origin: row.origin });
    const owner = { workerId, ownerFence };
    const deliveries = startDeliveries(row, owner);
    this.#work.set(row.id, {
      integration: row,
      intake: startIntake(row),
      mirror: startMirror(row, owner),
      deliveries,
      watch: startWatch(row),
      owner,
    });
  }

  #isStill(workerId: string): boolean {
    return this.#options.workerId() === workerId && !this.#closing.signal.aborted;
  }

  async #giveBack(workerId: string, ids: readonly bigint[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#stop(ids);
    await releaseIntegrations(this.#options.store, workerId, ids);
    for (const id of ids) this.#owned.delete(id);
  }

  async #stop(ids: readonly bigint[]): Promise<void> {
    const stopping = ids.map(async (id) => {
      const work = this.#work.get(id);
      await Promise.all([
        work?.intake?.close(CLOSE_DEADLINE_MS),
        work?.mirror?.close(CLOSE_DEADLINE_MS),
        work?.watch?.close(CLOSE_DEADLINE_MS),
      ]);
      // Last, and quick: nobody sends from here until the next owner begins.
      await work?.deliveries.letGo();
      this.#work.delete(id);
    });
    await Promise.all(stopping);
  }
}

/** What all work has to begin anew for. How a portal is chatted through is no access: it is read for each message. */
const accessText = ({ config, secrets, companyShortName }: IntegrationWithCompany): string => {
  const { chat: _, ...access } = { chat: null, ...(config as object) };
  return JSON.stringify([access, secrets && Buffer.from(secrets).toString('base64'), companyShortName]);
};
