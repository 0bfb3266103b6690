import {
  CRM_PLANNERS,
  type CrmPlanner,
  type Follower,
  followBackfill,
  followForgotten,
  followMissed,
  followNewEpoch,
  followPage,
  openCrmCursor,
} from '@domovoy/domain';
import type { Logger } from '@domovoy/service-kit';
import {
  CHANGES_CHANNEL,
  type Change,
  comparePositions,
  countPendingDeliveries,
  type FeedPosition,
  forgottenUpTo,
  type IntegrationWithCompany,
  type Listener,
  loadCrmCursors,
  notifyDeliveries,
  openFeed,
  readFeedPage,
  type Store,
} from '@domovoy/store';
import type { Owner } from '../deliveries/delivery-worker.ts';
import { pause, within } from '../intake/waiting.ts';

export interface OwnedCrm {
  readonly integration: IntegrationWithCompany;
  readonly owner: Owner;
}

export interface CrmFollowerOptions {
  readonly store: Store;
  readonly logger: Logger;
  /** What this process owns at the moment; those that are no CRM are left out here. */
  readonly owned: () => readonly OwnedCrm[];
  readonly planners?: readonly CrmPlanner[];
  /** Behind NOTIFY. */
  readonly pollMs?: number;
}

const PAGE = 500;
/** A cursor that nothing concerned is written so often: after a crash so much of the feed is read again. */
const SAVE_EVERY_MS = 10_000;
const LISTEN_AGAIN_MS = 2_000;
/** A back-fill waits while so many deliveries wait: a claim walks over all subjects. */
const FULL_QUEUE = 2_000;

/** A CRM that is followed, and up to where. In memory it may be ahead of its row, behind which nothing concerned it. */
interface Followed extends Follower {
  position: FeedPosition;
  savedAt: number;
  hasBackfill: boolean;
  /** Something was missed, and is not all told yet. */
  hasMissed: boolean;
  /** Has it once come to the feed's end? From there nothing is forgotten that it has not read. */
  isAtHead: boolean;
}

/**
 * Reads the feed once for all CRMs that this process owns, and enqueues what they are told. The cursor of each moves in
 * the transaction that enqueues: killed at any moment, nothing is lost and nothing told twice.
 */
export class CrmFollower implements AsyncDisposable {
  readonly #options: Required<CrmFollowerOptions>;
  readonly #followed = new Map<bigint, Followed>();
  readonly #entities: ReadonlySet<Change['entity']>;
  readonly #closing = new AbortController();
  readonly #ended: Promise<unknown>;
  #notified = Promise.withResolvers<void>();
  #epoch: number | null = null;

  constructor(options: CrmFollowerOptions) {
    this.#options = { planners: CRM_PLANNERS, pollMs: 1_000, ...options };
    this.#entities = new Set(this.#options.planners.flatMap(({ entities }) => entities));
    this.#ended = Promise.all([this.#listen(), this.#followAgainAndAgain()]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    this.#notified.resolve();
    await within(2_000, this.#ended);
  }

  async #followAgainAndAgain(): Promise<void> {
    const { signal } = this.#closing;
    const { logger, pollMs } = this.#options;
    for (let hasFailed = false; !signal.aborted; ) {
      this.#notified = Promise.withResolvers();
      try {
        await this.#catchUp();
        hasFailed = false;
      } catch (error) {
        if (!hasFailed)
          logger.warn({ event: 'crm-follow-failed', err: error }, 'the feed cannot be followed');
        hasFailed = true;
        // Whatever was behind it, another database may answer next.
        this.#epoch = null;
        this.#followed.clear();
      }
      const waiting = new AbortController();
      await Promise.race([this.#notified.promise, pause(pollMs, AbortSignal.any([signal, waiting.signal]))]);
      waiting.abort();
    }
  }

  async #catchUp(): Promise<void> {
    const { signal } = this.#closing;
    await this.#lookAtOwned();
    while (!signal.aborted && (await this.#nextPage()));
    for (const followed of this.#followed.values()) {
      if (followed.hasMissed) await this.#again(followed, 'hasMissed');
      if (followed.hasBackfill) await this.#again(followed, 'hasBackfill');
    }
  }

  /** Brings what is followed in line with what is owned. */
  async #lookAtOwned(): Promise<void> {
    const { store } = this.#options;
    const crms = this.#options.owned().filter(({ integration }) => integration.kind === 'bitrix24');
    const ids = new Set(crms.map(({ integration }) => integration.id));
    for (const id of this.#followed.keys()) if (!ids.has(id)) this.#followed.delete(id);
    if (crms.length === 0) return;
    this.#epoch ??= await openFeed(store);
    const cursors = new Map((await loadCrmCursors(store, [...ids])).map((row) => [row.integrationId, row]));
    for (const crm of crms) {
      const cursor = cursors.get(crm.integration.id);
      if (cursor === undefined) await openCrmCursor(store, { ...idsOf(crm), since: null });
      else if (cursor.epoch !== this.#epoch) await followNewEpoch(store, followerOf(crm), this.#epoch);
      else
        this.#follow(crm, {
          position: { xid: cursor.xid, id: String(cursor.changeId) },
          hasBackfill: cursor.backfillSince !== null,
          hasMissed: cursor.missedEntity !== null,
        });
    }
  }

  #follow(crm: OwnedCrm, row: Pick<Followed, 'position' | 'hasBackfill' | 'hasMissed'>): void {
    const known = this.#followed.get(crm.integration.id);
    const isSame = known?.owner.ownerFence === crm.owner.ownerFence;
    const isAhead = isSame && comparePositions(known.position, row.position) > 0;
    if (isAhead) Object.assign(known, row, { position: known.position });
    else
      this.#followed.set(crm.integration.id, {
        ...followerOf(crm),
        ...row,
        savedAt: performance.now(),
        isAtHead: isSame && known.isAtHead,
      });
  }

  /** False: there is nothing more at the moment. */
  async #nextPage(): Promise<boolean> {
    const followed = [...this.#followed.values()];
    const [first] = followed.map(({ position }) => position).toSorted(comparePositions);
    if (first === undefined) return false;
    const page = await readFeedPage(this.#options.store, { after: first, limit: PAGE });
    if (followed.some(({ isAtHead }) => !isAtHead)) await this.#lookForForgotten(followed);
    const until = page.at(-1);
    const isEnd = page.length < PAGE;
    for (const one of followed) {
      if (until && comparePositions(one.position, until) < 0) await this.#take(one, page, until);
      one.isAtHead ||= isEnd;
    }
    return !isEnd;
  }

  /** After the page was read: what is forgotten since then was in it. */
  async #lookForForgotten(followed: readonly Followed[]): Promise<void> {
    const { store, logger } = this.#options;
    const forgotten = await forgottenUpTo(store);
    for (const one of followed)
      if (comparePositions(one.position, forgotten) < 0) {
        if (await followForgotten(store, one, forgotten)) {
          const integrationId = String(one.target.integrationId);
          logger.warn({ event: 'crm-changes-missed', integrationId }, 'a CRM is told anew what it missed');
          one.hasMissed = true;
        }
        one.position = forgotten;
      }
  }

  async #take(followed: Followed, page: readonly Change[], until: FeedPosition): Promise<void> {
    const { target } = followed;
    const changes = page.filter(
      (change) =>
        change.companyId === target.companyId &&
        this.#entities.has(change.entity) &&
        comparePositions(change, followed.position) > 0,
    );
    const isOld = performance.now() - followed.savedAt > SAVE_EVERY_MS;
    if (changes.length > 0 || isOld) {
      const { store, planners } = this.#options;
      const enqueued = await followPage(store, followed, { changes, until }, planners);
      if (enqueued === null) {
        this.#followed.delete(target.integrationId);
        return;
      }
      followed.savedAt = performance.now();
      this.#wake(target.integrationId, enqueued);
    }
    followed.position = { xid: until.xid, id: until.id };
  }

  /** Of what was there before, or was missed, as much as there is room for; the next look goes on. */
  async #again(followed: Followed, what: 'hasBackfill' | 'hasMissed'): Promise<void> {
    const { store, planners } = this.#options;
    const { integrationId } = followed.target;
    const { signal } = this.#closing;
    while (!signal.aborted && (await countPendingDeliveries(store, integrationId, FULL_QUEUE)) < FULL_QUEUE) {
      const enqueued =
        what === 'hasBackfill'
          ? await followBackfill(store, followed)
          : await followMissed(store, followed, planners);
      if (enqueued === null) {
        followed[what] = false;
        return;
      }
      this.#wake(integrationId, enqueued);
    }
  }

  #wake(integrationId: bigint, enqueued: number): void {
    if (enqueued > 0) notifyDeliveries(this.#options.store, [integrationId]).catch(() => undefined);
  }

  /** A store whose database is away cannot listen; afterwards it keeps the connection up by itself. */
  async #listen(): Promise<void> {
    const { signal } = this.#closing;
    for (let listener: Listener | null = null; !signal.aborted; ) {
      listener = await this.#options.store
        .listen(CHANGES_CHANNEL, () => this.#notified.resolve())
        .catch(() => null);
      if (listener) {
        await aborted(signal);
        await listener.close();
      } else await pause(LISTEN_AGAIN_MS, signal);
    }
  }
}

const idsOf = ({ integration }: OwnedCrm) => ({
  integrationId: integration.id,
  companyId: integration.companyId,
});

const followerOf = (crm: OwnedCrm): Follower => ({
  owner: { integrationId: crm.integration.id, ...crm.owner },
  target: { ...idsOf(crm), kind: 'bitrix24' },
});

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
