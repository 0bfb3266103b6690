import { BEGINNING, ImportCheckpoint } from '@domovoy/domain';
import type { RowIssue } from '@domovoy/rosdomofon-sdk';
import type { Logger } from '@domovoy/service-kit';
import {
  type ClaimedSyncRun,
  confirmMirrored,
  countMirrored,
  type MirrorEntity,
  markVanished,
  notifyChanges,
  type Store,
  type SyncProgress,
  type SyncRunFence,
  saveSyncProgress,
} from '@domovoy/store';
import type { SyncMetrics } from '../sync-metrics.ts';
import { toldError } from './sync-error.ts';

type Phase = SyncProgress['phase'];
type Problem = SyncProgress['problems'][number];

export interface SyncSessionOptions {
  /** Where the run stands. */
  readonly store: Store;
  /** Where it writes what it reads: the same, or a copy that is thrown away. */
  readonly mirror: { readonly store: Store; readonly fence: SyncRunFence };
  readonly logger: Logger;
  readonly metrics: SyncMetrics;
}

/** What a phase reads. */
const ENTITY_OF: Readonly<Record<string, MirrorEntity>> = {
  services: 'service',
  entrances: 'entrance',
  accounts: 'account',
  connections: 'service_connection',
};
const company = { of: 'company' } as const;

const SAVE_EVERY_MS = 1_000;
const LOG_EVERY_MS = 10_000;
/** Of the objects that could not be read the first ones are kept by name; the others are counted. */
const KEPT_PROBLEMS = 100;

/** A run in the hands of its owner: how far it is, told to the row, the log and the metrics. */
export class SyncSession {
  readonly run: ClaimedSyncRun;
  /** For what is written to the mirror. */
  readonly fence: SyncRunFence;
  readonly #own: SyncRunFence;
  readonly #options: SyncSessionOptions;
  #phase: Phase | null;
  #done = 0;
  #total: number | null = null;
  #checkpoint: ImportCheckpoint;
  #problems: Problem[];
  /** Objects that could not be read, of which the mirror does not know yet that they are still there. */
  #unconfirmed: number[] = [];
  #savedAt = Number.NEGATIVE_INFINITY;
  #loggedAt = performance.now();
  #loggedDone = 0;
  #steppedAt = performance.now();

  constructor(run: ClaimedSyncRun, options: SyncSessionOptions) {
    this.run = run;
    this.fence = options.mirror.fence;
    this.#own = { runId: run.id, fence: run.fence };
    this.#options = options;
    this.#phase = run.phase;
    this.#checkpoint = ImportCheckpoint.safeParse(run.checkpoint).data ?? BEGINNING;
    this.#done = run.done;
    this.#problems = [...run.problems];
  }

  /** How many objects the phase has, once somebody says so. */
  set total(total: number | null) {
    this.#total = total;
  }

  get checkpoint(): ImportCheckpoint {
    return this.#checkpoint;
  }

  /** How long ago the run last got on. */
  get idleMs(): number {
    return performance.now() - this.#steppedAt;
  }

  /**
   * A phase begins; or, when it is the one at which the former owner stopped, goes on from its checkpoint. `fresh`: it
   * is read from its beginning whatever the checkpoint says.
   */
  async begin(phase: Phase, total: number | null, { fresh }: { fresh: boolean }): Promise<void> {
    if (fresh || this.#phase !== phase) {
      this.#problems = this.#problems.filter((problem) => problem.phase !== phase);
      this.#checkpoint = BEGINNING;
      this.#done = 0;
    }
    this.#phase = phase;
    this.#total = total;
    this.#loggedDone = this.#done;
    this.#loggedAt = performance.now();
    await this.#save(null);
  }

  /** So many objects more; nothing is saved more often than once a second. */
  async step(count: number, checkpoint: Partial<ImportCheckpoint> = {}): Promise<void> {
    await this.#confirmUnreadable();
    this.#done += count;
    this.#checkpoint = { ...this.#checkpoint, ...checkpoint };
    this.#steppedAt = performance.now();
    this.#options.metrics.objects.inc({ phase: this.#phase ?? '' }, count);
    this.#log();
    if (performance.now() - this.#savedAt >= SAVE_EVERY_MS) await this.#save(null);
  }

  /** For what the client cannot read. */
  readonly onIssue = ({ id, issues }: RowIssue): void => {
    const reason = issues.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ');
    this.#report(
      typeof id === 'number' && Number.isSafeInteger(id) ? id : null,
      reason || 'it has another shape',
    );
  };

  /** For what the database refuses. Its own words may quote values; what kind of refusal it is, does not. */
  refused(id: number, error: unknown): void {
    this.#report(id, `the database refuses it: ${toldError(error).message}`);
  }

  #report(id: number | null, reason: string): void {
    const phase = this.#phase ?? '';
    const rosdomofonId = id === null ? null : String(id);
    if (id === null) this.#checkpoint = { ...this.#checkpoint, hasNameless: true };
    else this.#unconfirmed.push(id);
    const isKnown = (problem: Problem) =>
      problem.phase === phase && problem.rosdomofonId === rosdomofonId && rosdomofonId !== null;
    // Read again after a crash.
    if (this.#problems.some(isKnown)) return;
    this.#checkpoint = { ...this.#checkpoint, unreadable: this.#checkpoint.unreadable + 1 };
    this.#options.metrics.unreadable.inc({ phase });
    if (this.#problems.length >= KEPT_PROBLEMS) return;
    this.#problems.push({ phase, rosdomofonId, reason });
    this.#options.logger.warn(
      { event: 'sync-object-unreadable', phase, rosdomofonId, reason },
      'an object could not be read: the run goes on without it',
    );
  }

  /** The end of a phase that has read everything of a kind: what it did not see has vanished. */
  async conclude(...entities: readonly MirrorEntity[]): Promise<void> {
    const { logger, mirror } = this.#options;
    await this.#confirmUnreadable();
    for (const entity of entities) {
      if (!this.#checkpoint.hasNameless) await markVanished(mirror.store, this.fence, entity, company);
      else
        logger.warn(
          { event: 'sync-vanished-unknown', entity },
          'an object without an id: nothing is marked as vanished',
        );
    }
  }

  /** What the run found of a kind of object. */
  async count(entity: MirrorEntity): Promise<void> {
    const unreadable = entity === ENTITY_OF[this.#phase ?? ''] ? this.#checkpoint.unreadable : 0;
    await countMirrored(this.#options.mirror.store, this.fence, { entity, scope: company, unreadable });
  }

  async #confirmUnreadable(): Promise<void> {
    const entity = ENTITY_OF[this.#phase ?? ''];
    const rosdomofonIds = this.#unconfirmed.splice(0);
    if (entity === undefined || rosdomofonIds.length === 0) return;
    try {
      await confirmMirrored(this.#options.mirror.store, this.fence, { entity, rosdomofonIds });
    } catch (error) {
      this.#unconfirmed.push(...rosdomofonIds);
      throw error;
    }
  }

  /** The run waits until something works again. */
  waitFor(error: { readonly code: string; readonly message: string }): Promise<void> {
    return this.#save(error);
  }

  async #save(error: { readonly code: string; readonly message: string } | null): Promise<void> {
    this.#savedAt = performance.now();
    await saveSyncProgress(this.#options.store, this.#own, {
      phase: this.#phase ?? 'services',
      done: this.#done,
      total: this.#total,
      checkpoint: this.#checkpoint,
      problems: this.#problems,
      error,
    });
    await notifyChanges(this.#options.store);
  }

  #log(): void {
    const elapsedMs = performance.now() - this.#loggedAt;
    if (elapsedMs < LOG_EVERY_MS) return;
    const perSecond = Math.round(((this.#done - this.#loggedDone) / elapsedMs) * 1_000);
    this.#options.logger.info({
      event: 'sync-progress',
      phase: this.#phase,
      done: this.#done,
      total: this.#total,
      perSecond,
    });
    this.#loggedAt = performance.now();
    this.#loggedDone = this.#done;
  }
}
