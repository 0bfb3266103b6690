import { resumeWaitingSignUps } from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import { createRosDomofon, type RequestToSend, type RosDomofon } from '@domovoy/rosdomofon-sdk';
import type { Logger } from '@domovoy/service-kit';
import { type ClaimedSyncRun, type IntegrationWithCompany, openRehearsal, type Store } from '@domovoy/store';
import { within } from '../intake/waiting.ts';
import { type Keys, restAccessOf } from '../integrations/access-of.ts';
import type { RequestLimit, RequestLimits } from '../integrations/request-limit.ts';
import { Lane, type SyncOwner } from './lane.ts';
import { patiently } from './run/patiently.ts';
import { runImport } from './run/run-import.ts';
import { runRefresh } from './run/run-refresh.ts';
import type { SyncContext } from './run/sync-context.ts';
import { SyncSession } from './run/sync-session.ts';
import type { SyncMetrics } from './sync-metrics.ts';

export interface MirrorDependencies {
  readonly store: Store;
  readonly keys: Keys;
  readonly metrics: SyncMetrics;
  readonly logger: Logger;
  /** Shared with the deliveries of the same integration. */
  readonly requestLimits: RequestLimits;
}

/**
 * How long an outage of RosDomofon is waited for. After an import the schedule begins another one; behind a single
 * account others wait, and a person who looks.
 */
const GIVE_UP_AFTER_MS = { full: 60 * 60_000, account: 60_000, preview: 60_000 } as const;

/**
 * Whoever ended it so often will end it again: a database that has no room for the copy, for example. Each beginning copies
 * the mirror, and nobody else would put an end to that.
 */
const MOST_BEGINNINGS = 5n;

class PreviewInterruptedError extends DomovoyError {
  constructor() {
    const message = `The preview was begun ${MOST_BEGINNINGS} times, and each time the database or its worker was gone before the end`;
    super(message, { code: 'PREVIEW_INTERRUPTED' });
  }
}

/**
 * The mirror of one integration, in the hands of its owner: a lane for full imports, one for their previews and one for single
 * accounts, so that nobody who looks at an account waits for an import. All share the limit of requests.
 */
export class Mirror {
  readonly integration: IntegrationWithCompany;
  readonly #dependencies: MirrorDependencies;
  readonly #logger: Logger;
  readonly #limit: RequestLimit;
  readonly #lanes: Readonly<Record<ClaimedSyncRun['kind'], Lane>>;
  #client: RosDomofon | null = null;

  constructor(integration: IntegrationWithCompany, owner: SyncOwner, dependencies: MirrorDependencies) {
    this.integration = integration;
    this.#dependencies = dependencies;
    this.#logger = dependencies.logger.child({ integrationId: String(integration.id) });
    this.#limit = dependencies.requestLimits.of(integration.id);
    const lane = (kind: ClaimedSyncRun['kind']) =>
      new Lane({
        store: dependencies.store,
        logger: this.#logger,
        metrics: dependencies.metrics,
        integrationId: integration.id,
        owner,
        kind,
        work: (run, signal) => this.#work(run, signal),
      });
    this.#lanes = { full: lane('full'), account: lane('account'), preview: lane('preview') };
  }

  wake(kind: ClaimedSyncRun['kind']): void {
    this.#lanes[kind].wake();
  }

  async close(deadlineMs: number): Promise<void> {
    await within(deadlineMs, Promise.all(Object.values(this.#lanes).map((lane) => lane.close())));
    await this.#client?.close({ deadlineMs: 0 });
  }

  async #work(run: ClaimedSyncRun, signal: AbortSignal): Promise<void> {
    const { store } = this.#dependencies;
    if (run.kind !== 'preview') return this.#read(run, { store, fence: run.fence, signal });
    if (run.fence > MOST_BEGINNINGS) throw new PreviewInterruptedError();
    await using rehearsal = await openRehearsal(store, {
      runId: run.id,
      fence: run.fence,
      companyId: run.companyId,
    });
    // The copy is new: nothing of what an earlier owner has read is in it.
    const anew = { ...run, phase: null, done: 0, checkpoint: {}, problems: [] };
    await this.#read(anew, { store: rehearsal.store, fence: rehearsal.fence, signal });
    await rehearsal.report();
  }

  async #read(
    run: ClaimedSyncRun,
    { store, fence, signal }: { store: Store; fence: bigint; signal: AbortSignal },
  ): Promise<void> {
    const { metrics } = this.#dependencies;
    const logger = this.#logger.child({ runId: String(run.id) });
    const mirror = { store, fence: { runId: run.id, fence } };
    const session = new SyncSession(run, { store: this.#dependencies.store, mirror, logger, metrics });
    const context: SyncContext = {
      store,
      session,
      signal,
      rosdomofon: this.#rosdomofon(),
      mayCall: async () => {
        await this.#limit.take('mirror', signal);
        metrics.requests.inc();
      },
    };
    const patience = { session, signal, giveUpAfterMs: GIVE_UP_AFTER_MS[run.kind] };
    const attempt = (phase: () => Promise<void>) => patiently(patience, phase);
    if (run.kind === 'account') return attempt(() => runRefresh(context));
    await runImport(context, attempt);
    if (run.kind === 'full') {
      // Before the run is settled: an owner that is killed in between does it again, to no effect.
      const { id: integrationId, companyId } = this.integration;
      await resumeWaitingSignUps(store, { companyId, integrationId, cause: `import:${run.id}` });
    }
  }

  /** @throws IntegrationAccessError when there is no access; its message is for a person. */
  #rosdomofon(): RosDomofon {
    if (this.#client === null) {
      const { url, username, password } = restAccessOf(this.integration, this.#dependencies.keys);
      this.#client = createRosDomofon({
        baseUrl: url,
        username,
        password,
        beforeRequest: (request) => this.#mayRepeat(request),
      });
    }
    return this.#client;
  }

  /** The first request of a call had its turn before the time of the call began; only what comes besides waits here. */
  async #mayRepeat({ operation, attempt, signal }: RequestToSend): Promise<void> {
    if (attempt === 1 && !operation.startsWith('signIn')) return;
    await this.#limit.take('mirror', signal);
    this.#dependencies.metrics.requests.inc();
  }
}
