import type { Logger } from '@domovoy/service-kit';
import { comparePositions, encodeCursor, type FeedCursor, type FeedPosition } from '@domovoy/store';
import type { FollowEvent, FollowedEntity, RowEvent, Selection } from './feed-event.ts';
import type { FeedSource } from './feed-source.ts';
import { loadEvents } from './load-events.ts';
import { Mailbox } from './mailbox.ts';
import { patiently } from './patience.ts';
import type { Tailer } from './tailer.ts';

export interface FollowOptions {
  readonly source: FeedSource;
  readonly tailer: Tailer;
  readonly logger: Logger;
  readonly heartbeatMs: number;
  /** Changes per page of a replay. */
  readonly pageSize: number;
  /** How many events may wait for a slow follower in memory. */
  readonly maxWaiting: number;
  /** The epoch, not older than a moment. */
  readonly epoch: () => Promise<number>;
}

interface Since {
  readonly text: string;
  readonly cursor: FeedCursor;
}

/** Events come in batches, so that what they refer to is loaded together. */
export type Batches<Entity extends FollowedEntity> = AsyncGenerator<FollowEvent<Entity>[], void, void>;

const BATCH = 50;

/** Where the follower is: everything up to `position` was told. Null: begins with what comes now. */
interface Place {
  epoch: number;
  position: FeedPosition | null;
}

/**
 * Tells of every matching row after `since`, once, in the order of the feed: pages of the database until it has
 * caught up, then what the tailer leaves in the mailbox. A follower that is too slow for its mailbox goes back to
 * the database. So nothing depends on when a row is committed, on notifications, or on the size of a buffer.
 */
export async function* follow<Entity extends FollowedEntity>(
  selection: Selection<Entity>,
  since: Since | null,
  options: FollowOptions,
  signal: AbortSignal,
): Batches<Entity> {
  const place = await patiently(() => beginning(since, options), patience(options, signal));
  if (since && !place.position) yield* restart(place, since.text, options, signal);
  while (!signal.aborted)
    if (yield* untilTooSlow(selection, place, options, signal))
      yield* restart(place, cursorOf(place), options, signal);
}

/** Like all below: true when the feed started over or what comes next is forgotten, so that the place means nothing any more. */
type Steps<Entity extends FollowedEntity> = AsyncGenerator<FollowEvent<Entity>[], boolean, void>;

/** Catches up and is live until the mailbox overflows. */
async function* untilTooSlow<Entity extends FollowedEntity>(
  selection: Selection<Entity>,
  place: Place,
  options: FollowOptions,
  signal: AbortSignal,
): Steps<Entity> {
  // Once for the long way, without a mailbox that would overflow meanwhile.
  if (yield* replay(selection, place, options, signal)) return true;
  const member = { selection, mailbox: new Mailbox(options.maxWaiting) };
  try {
    const joined = await unlessAborted(options.tailer.join(member), signal);
    if (!joined) return false;
    if (joined.epoch !== place.epoch) {
      if (place.position) return true;
      place.epoch = joined.epoch;
    }
    if (yield* replay(selection, place, options, signal, joined.position)) return true;
    place.position ??= joined.position;
    yield [{ kind: 'heartbeat', cursor: cursorOf(place) }];
    return yield* live<Entity>(member.mailbox, place, options, signal);
  } finally {
    options.tailer.leave(member);
  }
}

/** Pages of the database after the place: up to and with `until`, or until there is no more. */
async function* replay<Entity extends FollowedEntity>(
  selection: Selection<Entity>,
  place: Place,
  options: FollowOptions,
  signal: AbortSignal,
  until?: FeedPosition,
): Steps<Entity> {
  const { source, pageSize } = options;
  const { companyId, entity } = selection;
  while (place.position && !signal.aborted) {
    const after = place.position;
    if (until && comparePositions(after, until) >= 0) return false;
    const range = { after, limit: pageSize, ...(until ? { until } : {}) };
    let hadTrouble = false;
    const { page, events, isMissed } = await patiently(
      async () => {
        const changes = await source.readPage(range);
        // Asked after the page: what was forgotten before the page was read is seen then.
        if (comparePositions(await source.forgottenUpTo(), after) > 0)
          return { page: [], events: [], isMissed: true };
        const mine = changes.filter((change) => change.companyId === companyId && change.entity === entity);
        const rows = await loadEvents(source.company(companyId), entity, mine);
        return { page: changes, events: rows, isMissed: false };
      },
      patience(options, signal, () => {
        hadTrouble = true;
      }),
    );
    if (isMissed || (hadTrouble && (await source.openFeed()) !== place.epoch)) return true;
    yield* inBatches(
      events.filter(({ row, op }) => selection.matches(row, op)),
      place,
    );
    const last = page.at(-1);
    if (last) place.position = { xid: last.xid, id: last.id };
    if (page.length < pageSize) {
      if (until) place.position = until;
      return false;
    }
  }
  return false;
}

/** Until the mailbox overflows or the feed starts over. */
async function* live<Entity extends FollowedEntity>(
  mailbox: Mailbox,
  place: Place,
  { heartbeatMs }: FollowOptions,
  signal: AbortSignal,
): Steps<Entity> {
  let quietSince = performance.now();
  while (!signal.aborted) {
    const waitMs = Math.max(0, heartbeatMs - (performance.now() - quietSince));
    const delivery = await mailbox.take(waitMs, signal);
    if (delivery.kind === 'overflow' || delivery.kind === 'restarted') return delivery.kind === 'restarted';
    if (delivery.kind === 'rows') {
      const { position } = place;
      const events = (delivery.events as RowEvent<Entity>[]).filter((event) =>
        isAfter(event.position, position),
      );
      yield* inBatches(events, place);
      if (events.length > 0) quietSince = performance.now();
      if (isAfter(delivery.upTo, place.position)) place.position = delivery.upTo;
    }
    if (performance.now() - quietSince >= heartbeatMs && !signal.aborted) {
      yield [{ kind: 'heartbeat', cursor: cursorOf(place) }];
      quietSince = performance.now();
    }
  }
  return false;
}

/** The place moves before a batch is told: who is asked for the next one has told this one. */
function* inBatches<Entity extends FollowedEntity>(
  events: readonly RowEvent<Entity>[],
  place: Place,
): Generator<FollowEvent<Entity>[], void, void> {
  for (let from = 0; from < events.length; from += BATCH) {
    const batch = events.slice(from, from + BATCH).map(({ position, row }) => {
      place.position = position;
      return { kind: 'row', row, cursor: cursorOf(place) } as const;
    });
    yield batch;
  }
}

/** The feed behind the cursor is no more, or not all of it: say so, and go on with what comes now. */
async function* restart<Entity extends FollowedEntity>(
  place: Place,
  since: string,
  options: FollowOptions,
  signal: AbortSignal,
): Batches<Entity> {
  const { source } = options;
  const now = async () => ({ epoch: await source.openFeed(), position: await source.head() });
  Object.assign(place, await patiently(now, patience(options, signal)));
  yield [{ kind: 'gap', since, cursor: cursorOf(place) }];
}

/**
 * No position where there is nothing to go on from: a cursor of another epoch, or one ahead of the feed, belongs to
 * a database that was taken back; what follows an old one is forgotten.
 */
async function beginning(since: Since | null, { epoch, source }: FollowOptions): Promise<Place> {
  const [now, head, forgotten] = await Promise.all([epoch(), source.head(), source.forgottenUpTo()]);
  const isReachable =
    since?.cursor.epoch === now &&
    comparePositions(since.cursor, head) <= 0 &&
    comparePositions(since.cursor, forgotten) >= 0;
  return { epoch: now, position: since && isReachable ? since.cursor : null };
}

const patience = ({ logger }: FollowOptions, signal: AbortSignal, onTrouble?: () => void) => ({
  signal,
  onError: (error: unknown) => {
    logger.warn({ event: 'feed-read-failed', err: error });
    onTrouble?.();
  },
});

const isAfter = (position: FeedPosition, place: FeedPosition | null) =>
  place === null || comparePositions(position, place) > 0;

const cursorOf = ({ epoch, position }: Place) =>
  encodeCursor({ epoch, ...(position ?? { xid: '0', id: '0' }) });

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
  const { promise: aborted, resolve } = Promise.withResolvers<null>();
  const abort = () => resolve(null);
  signal.addEventListener('abort', abort);
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', abort));
}
