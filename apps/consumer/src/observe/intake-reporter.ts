import type { Logger } from '@domovoy/service-kit';
import { type IntakeReport, reportIntakes, type Store } from '@domovoy/store';
import { pause, within } from '../intake/waiting.ts';
import type { Worker } from '../worker/worker.ts';
import { WaitingMarks } from './waiting-marks.ts';

export interface IntakeReporterOptions {
  readonly store: Store;
  readonly logger: Logger;
  readonly worker: Pick<Worker, 'owned' | 'intakes'>;
  /** At most so often is anything written. */
  readonly everyMs?: number;
}

/** So often it is said again although nothing changed: whoever reads it sees that somebody still looks. */
const SAY_AGAIN_MS = 5_000;

/**
 * Notes how the intakes of this process stand, for the API, which never asks Kafka. What they know anyhow, looked at from
 * outside: nothing is done for a record, and one statement a second writes a row for each integration.
 */
export class IntakeReporter implements AsyncDisposable {
  readonly #options: Required<IntakeReporterOptions>;
  readonly #marks = new Map<bigint, WaitingMarks>();
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;
  #said = '';
  #saidAtMs = 0;

  constructor(options: IntakeReporterOptions) {
    this.#options = { everyMs: 1_000, ...options };
    this.#ended = this.#againAndAgain();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await within(2_000, this.#ended);
  }

  async #againAndAgain(): Promise<void> {
    const { logger, everyMs } = this.#options;
    const { signal } = this.#closing;
    for (let hasFailed = false; !signal.aborted; ) {
      try {
        await this.#report();
        hasFailed = false;
      } catch (error) {
        if (!hasFailed) logger.warn({ event: 'intake-report-failed', err: error });
        hasFailed = true;
        this.#said = '';
      }
      await pause(everyMs, signal);
    }
  }

  async #report(): Promise<void> {
    const { store, worker } = this.#options;
    const owners = new Map(worker.owned.map(({ integration, owner }) => [integration.id, owner]));
    const reports = worker.intakes.flatMap((intake): IntakeReport[] => {
      const owner = owners.get(intake.integration.id);
      return owner ? [{ ...this.#standing(intake), ownerFence: owner.ownerFence }] : [];
    });
    for (const id of this.#marks.keys()) if (!owners.has(id)) this.#marks.delete(id);
    const [owner] = owners.values();
    const text = JSON.stringify(reports, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    const now = performance.now();
    if (owner === undefined || (text === this.#said && now - this.#saidAtMs < SAY_AGAIN_MS)) return;
    await reportIntakes(store, owner.workerId, reports);
    this.#said = text;
    this.#saidAtMs = now;
  }

  #standing(intake: Worker['intakes'][number]): Omit<IntakeReport, 'ownerFence'> {
    const { integrationId, state, partitions, error } = intake.status();
    const marks = this.#marks.get(integrationId) ?? new WaitingMarks();
    this.#marks.set(integrationId, marks);
    const waiting = marks.look(partitions, performance.now());
    return {
      integrationId,
      state,
      errorCode: error?.code ?? null,
      partitions: partitions.map(({ topic, partition, position, lag, failures }, at) => ({
        topic,
        partition,
        position: position === null ? null : String(position),
        end: position === null || lag === null ? null : String(position + lag),
        failures,
        waitingForMs: waiting[at] ?? null,
      })),
    };
  }
}
