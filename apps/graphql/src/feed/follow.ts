import type { Logger } from '@domovoy/service-kit';
import { comparePositions, encodeCursor, type FeedCursor, type FeedPosition } from '@domovoy/store';
import {
  type FollowEvent,
  type FollowedEntity,
  type GapReason,
  type RowEvent,
  type Selection,
  told,
} from './feed-event.ts';
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
 * caught up, then what the tailer leaves in the mailbox. So nothing depends on when a row is committed or on
 * notifications. What cannot be told is told to be missing, and from where on.
 */
export async function* follow<Entity extends FollowedEntity>(
  selection: Selection<Entity>,
  since: Since | null,
  options: FollowOptions,
  signal: AbortSignal,
): Batches<Entity> {
  const { place, missed } = await patiently(() => beginning(since, options), patience(options, signal));
  if (since && missed) yield* gap(place, { since: since.text, reason: missed }, options, signal);
  while (!signal.aborted) {
    const reason = yield* untilMissed(selection, place, options, signal);
    if (reason) yield* gap(place, { since: cursorOf(place), reason }, options, signal);
  }
}

/** Like all below: why what comes next cannot be told from this place. Null: it can, or nobody listens any more. */
type Steps<Entity extends FollowedEntity> = AsyncGenerator<FollowEvent<Entity>[], GapReason | null, void>;

/** Catches up, and is live. */
async function* untilMissed<Entity extends FollowedEntity>(
  selection: Selection<Entity>,
  place: Place,
  options: FollowOptions,
  signal: AbortSignal,
): Steps<Entity> {
  // Once for the long way, without a mailbox that would overflow meanwhile.
  const missed = yield* replay(selection, place, options, signal);
  if (missed) return missed;
  const member = { selection, mailbox: new Mailbox(options.maxWaiting) };
  try {
    const joined = await unlessAborted(options.tailer.join(member), signal);
    if (!joined) return null;
    if (joined.epoch !== place.epoch) {
      if (place.position) return 'restored';
      place.epoch = joined.epoch;
    }
    const missedSince = yield* replay(selection, place, options, signal, joined.position);
    if (missedSince) return missedSince;
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
    if (until && comparePositions(after, until) >= 0) return null;
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
    if (hadTrouble && (await source.openFeed()) !== place.epoch) return 'restored';
    if (isMissed) return 'expired';
    yield* inBatches(
      events.filter(({ row, op }) => selection.matches(row, op)),
      place,
    );
    const last = page.at(-1);
    if (last) place.position = { xid: last.xid, id: last.id };
    if (page.length < pageSize) {
      if (until) place.position = until;
      return null;
    }
  }
  return null;
}

/** Until the mailbox ends. */
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
    if (delivery.kind === 'ended') return delivery.reason;
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
  return null;
}

/** The place moves before a batch is told: who is asked for the next one has told this one. */
function* inBatches<Entity extends FollowedEntity>(
  events: readonly RowEvent<Entity>[],
  place: Place,
): Generator<FollowEvent<Entity>[], void, void> {
  for (let from = 0; from < events.length; from += BATCH) {
    const batch = events.slice(from, from + BATCH);
    place.position = batch.at(-1)?.position ?? place.position;
    yield batch.map((event) => told(event, place.epoch));
  }
}

/** What follows the place cannot be told: say so, and go on with what comes now. */
async function* gap<Entity extends FollowedEntity>(
  place: Place,
  missing: { since: string; reason: GapReason },
  options: FollowOptions,
  signal: AbortSignal,
): Batches<Entity> {
  const { source } = options;
  const now = async () => ({ epoch: await source.openFeed(), position: await source.head() });
  Object.assign(place, await patiently(now, patience(options, signal)));
  yield [{ kind: 'gap', ...missing, cursor: cursorOf(place) }];
}

/** A cursor of another epoch, or one ahead of the feed, belongs to a database that was taken back. */
async function beginning(
  since: Since | null,
  { epoch, source }: FollowOptions,
): Promise<{ place: Place; missed: GapReason | null }> {
  const [now, head, forgotten] = await Promise.all([epoch(), source.head(), source.forgottenUpTo()]);
  const start = { epoch: now, position: null };
  if (!since) return { place: start, missed: null };
  const { cursor } = since;
  if (cursor.epoch !== now || comparePositions(cursor, head) > 0) return { place: start, missed: 'restored' };
  if (comparePositions(cursor, forgotten) < 0) return { place: start, missed: 'expired' };
  return { place: { epoch: now, position: cursor }, missed: null };
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
