import type { Logger } from '@domovoy/service-kit';
import { type Change, comparePositions, type FeedPosition } from '@domovoy/store';
import type { FollowedEntity, GapReason, RowEvent, Selection } from './feed-event.ts';
import type { FeedSource } from './feed-source.ts';
import { loadEvents } from './load-events.ts';
import type { Mailbox } from './mailbox.ts';
import { patiently } from './patience.ts';

/** A follower of the live feed. */
export interface Member {
  readonly selection: Selection;
  readonly mailbox: Mailbox;
}

/** Rings when something of these kinds was added or changed, and whenever it may have been without being noticed. */
export interface Bell {
  readonly companyId: bigint;
  readonly entities: ReadonlySet<Change['entity']>;
  ring(): void;
}

/** From where on a member gets everything, and in which epoch of the feed that is. */
export interface Joined {
  readonly position: FeedPosition;
  readonly epoch: number;
}

const PAGE = 1_000;
/** After a wake-up the feed may be held by a transaction that ends without one: look again soon, then ever later. */
const FIRST_POLL_MS = 10;
const SLOW_POLL_MS = 1_000;
/** Between two reads, of a process that was frozen or a database that was away. */
const FROZEN_MS = 60_000;

/**
 * The one reader of the feed in this process. It follows the feed while there are members, reads each page once,
 * loads the rows behind it once, and leaves everybody what is of interest to them. Without members it sleeps.
 */
export class Tailer {
  readonly #source: FeedSource;
  readonly #logger: Logger;
  readonly #members = new Set<Member>();
  readonly #joining = new Map<Member, (joined: Joined) => void>();
  readonly #bells = new Set<Bell>();
  readonly #stopping = new AbortController();
  #running: Promise<void> | null = null;
  #wake: (() => void) | null = null;
  #isWoken = false;

  constructor(source: FeedSource, logger: Logger) {
    this.#source = source;
    this.#logger = logger;
  }

  get memberCount(): number {
    return this.#members.size;
  }

  /** Resolves between two pages: everything after the position will be left in the mailbox. */
  join(member: Member): Promise<Joined> {
    const { promise, resolve } = Promise.withResolvers<Joined>();
    this.#joining.set(member, resolve);
    this.wake();
    this.#running ??= this.#run();
    return promise;
  }

  leave(member: Member): void {
    this.#members.delete(member);
    this.#joining.delete(member);
    if (this.#isDeserted) this.wake();
  }

  /** Costs a look at each change and loads no row. Gives what takes it down again. */
  hang(bell: Bell): () => void {
    this.#bells.add(bell);
    this.wake();
    this.#running ??= this.#run();
    return () => {
      this.#bells.delete(bell);
      if (this.#isDeserted) this.wake();
    };
  }

  /** Something may have been added to the feed. */
  wake(): void {
    this.#isWoken = true;
    this.#wake?.();
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    this.wake();
    await this.#running;
  }

  get #isDeserted(): boolean {
    return this.#members.size + this.#joining.size + this.#bells.size === 0;
  }

  async #run(): Promise<void> {
    try {
      await this.#follow();
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#logger.error({ event: 'feed-stopped', err: error });
    } finally {
      this.#running = null;
      // Somebody may have come while the last one left.
      if (this.#joining.size + this.#bells.size > 0 && !this.#stopping.signal.aborted)
        this.#running = this.#run();
    }
  }

  async #follow(): Promise<void> {
    let { epoch, position } = await this.#patiently(() => this.#start());
    let pollMs = FIRST_POLL_MS;
    let readAt = performance.now();
    while (!this.#isDeserted && !this.#stopping.signal.aborted) {
      for (const [member, resolve] of this.#joining) {
        this.#members.add(member);
        resolve({ position, epoch });
      }
      this.#joining.clear();
      this.#isWoken = false;

      let hadTrouble = false;
      const page = await this.#patiently(
        () => this.#source.readPage({ after: position, limit: PAGE }),
        () => {
          hadTrouble = true;
        },
      );
      const isLate = performance.now() - readAt > FROZEN_MS;
      readAt = performance.now();
      if (isLate && (await this.#hasForgotten(position))) {
        ({ epoch, position } = await this.#patiently(() => this.#start()));
        this.#endAll('expired');
        continue;
      }
      if (hadTrouble) {
        const now = await this.#patiently(() => this.#start());
        if (now.epoch !== epoch) {
          ({ epoch, position } = now);
          this.#endAll('restored');
          continue;
        }
      }
      const last = page.at(-1);
      if (last) {
        const members = [...this.#members];
        const events = await this.#patiently(() => this.#load(page, members));
        position = { xid: last.xid, id: last.id };
        for (const bell of this.#bells) if (page.some((change) => isHeard(bell, change))) bell.ring();
        this.#deliver(members, events, position);
      }
      if (page.length === PAGE) continue;
      pollMs = this.#isWoken || last ? FIRST_POLL_MS : Math.min(pollMs * 2, SLOW_POLL_MS);
      await this.#sleep(pollMs);
    }
  }

  /** This process stood still for so long that what came meanwhile is gone. */
  async #hasForgotten(position: FeedPosition): Promise<boolean> {
    const forgotten = await this.#patiently(() => this.#source.forgottenUpTo());
    return comparePositions(forgotten, position) > 0;
  }

  #endAll(reason: GapReason): void {
    for (const { mailbox } of this.#members) mailbox.end(reason);
    this.#members.clear();
  }

  async #start(): Promise<Joined> {
    const epoch = await this.#source.openFeed();
    const position = await this.#source.head();
    for (const bell of this.#bells) bell.ring();
    return { epoch, position };
  }

  #deliver(members: readonly Member[], events: Map<string, RowEvent[]>, upTo: FeedPosition): void {
    for (const member of members) {
      if (!this.#members.has(member)) continue;
      const { selection } = member;
      const mine = events.get(keyOf(selection.companyId, selection.entity)) ?? [];
      member.mailbox.deliver(
        mine.filter((event) => selection.matches(event.row, event.op)),
        upTo,
      );
      if (!member.mailbox.isOpen) this.#members.delete(member);
    }
  }

  /** The rows of the page that anybody wants, by company and kind. */
  async #load(page: readonly Change[], members: readonly Member[]): Promise<Map<string, RowEvent[]>> {
    const wanted = new Map(
      members.map(({ selection }) => [keyOf(selection.companyId, selection.entity), selection]),
    );
    const changes = Map.groupBy(page, (change) => keyOf(change.companyId, change.entity));
    const events = new Map<string, RowEvent[]>();
    await Promise.all(
      [...wanted].map(async ([key, { companyId, entity }]) => {
        const mine = changes.get(key);
        if (mine) events.set(key, await loadEvents(this.#source.company(companyId), entity, mine));
      }),
    );
    return events;
  }

  #patiently<T>(read: () => Promise<T>, onError?: () => void): Promise<T> {
    return patiently(read, {
      signal: this.#stopping.signal,
      onError: (error) => {
        this.#logger.warn({ event: 'feed-read-failed', err: error });
        onError?.();
      },
    });
  }

  async #sleep(ms: number): Promise<void> {
    if (this.#isWoken) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    this.#wake = resolve;
    await promise;
    this.#wake = null;
    clearTimeout(timer);
  }
}

const isHeard = ({ companyId, entities }: Bell, change: Change) =>
  change.companyId === companyId && entities.has(change.entity);

const keyOf = (companyId: bigint, entity: Change['entity'] | FollowedEntity) => `${companyId} ${entity}`;
