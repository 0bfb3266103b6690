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
  const { source, tailer } = options;
  const place: Place = { epoch: await options.epoch(), position: null };
  if (since && (await isReachable(since.cursor, place.epoch, source))) place.position = since.cursor;
  else if (since) yield* restart(place, since.text, options);

  while (!signal.aborted) {
    // Once for the long way, without a mailbox that would overflow meanwhile.
    yield* replay(selection, place, options, signal);
    const member = { selection, mailbox: new Mailbox(options.maxWaiting) };
    try {
      const joined = await unlessAborted(tailer.join(member), signal);
      if (!joined) return;
      if (joined.epoch !== place.epoch && place.position) {
        yield* restart(place, cursorOf(place), options);
        continue;
      }
      place.epoch = joined.epoch;
      yield* replay(selection, place, options, signal, joined.position);
      place.position ??= joined.position;
      yield [{ kind: 'heartbeat', cursor: cursorOf(place) }];
      yield* live<Entity>(member.mailbox, place, options, signal);
    } finally {
      tailer.leave(member);
    }
  }
}

/** Pages of the database after the place: up to and with `until`, or until there is no more. */
async function* replay<Entity extends FollowedEntity>(
  selection: Selection<Entity>,
  place: Place,
  { source, pageSize, logger }: FollowOptions,
  signal: AbortSignal,
  until?: FeedPosition,
): Batches<Entity> {
  const { companyId, entity } = selection;
  while (place.position && !signal.aborted) {
    const after = place.position;
    if (until && comparePositions(after, until) >= 0) return;
    const range = { after, limit: pageSize, ...(until ? { until } : {}) };
    const { page, events } = await patiently(
      async () => {
        const changes = await source.readPage(range);
        const mine = changes.filter((change) => change.companyId === companyId && change.entity === entity);
        return { page: changes, events: await loadEvents(source.company(companyId), entity, mine) };
      },
      { signal, onError: (error) => logger.warn({ event: 'feed-read-failed', err: error }) },
    );
    yield* inBatches(
      events.filter(({ row }) => selection.matches(row)),
      place,
    );
    const last = page.at(-1);
    if (last) place.position = { xid: last.xid, id: last.id };
    if (page.length < pageSize) {
      if (until) place.position = until;
      return;
    }
  }
}

/** Until the mailbox overflows or the feed starts over. */
async function* live<Entity extends FollowedEntity>(
  mailbox: Mailbox,
  place: Place,
  { heartbeatMs }: FollowOptions,
  signal: AbortSignal,
): Batches<Entity> {
  let quietSince = performance.now();
  while (!signal.aborted) {
    const waitMs = Math.max(0, heartbeatMs - (performance.now() - quietSince));
    const delivery = await mailbox.take(waitMs, signal);
    if (delivery.kind === 'overflow' || delivery.kind === 'restarted') return;
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

/** The feed behind the cursor is no more: say so, and go on with what comes now. */
async function* restart<Entity extends FollowedEntity>(
  place: Place,
  since: string,
  { source }: FollowOptions,
): Batches<Entity> {
  place.epoch = await source.openFeed();
  place.position = await source.head();
  yield [{ kind: 'gap', since, cursor: cursorOf(place) }];
}

/** A cursor of another epoch, or one ahead of the feed, belongs to a database that was taken back. */
async function isReachable(cursor: FeedCursor, epoch: number, source: FeedSource): Promise<boolean> {
  return cursor.epoch === epoch && comparePositions(cursor, await source.head()) <= 0;
}

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
