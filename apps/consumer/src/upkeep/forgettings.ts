import {
  forgetChanges,
  forgetInboxEvents,
  forgetJobs,
  forgetSessions,
  forgetSpendings,
  forgetSyncRuns,
  INBOX_START,
  type InboxPosition,
  markFeed,
  openFeed,
  type Store,
} from '@domovoy/store';
import type { Forgetting } from './upkeep.ts';

/** After how many days what is forgotten. */
export interface RetentionDays {
  /** Rows of the feed: a cursor that is older is answered with a gap. */
  readonly feedDays: number;
  /** Events that were taken in; by them a record that comes again is known. */
  readonly eventDays: number;
  /** Events that could not be read: somebody may want to look at them. */
  readonly deadEventDays: number;
  /** Runs of the mirror, and jobs. */
  readonly runDays: number;
}

const BATCH = 1_000;
/** A bucket leaks empty within minutes, and an empty one says the same as none. */
const SPENDING_DAYS = 1;
/** Age is known to that much of the retention, and never worse than to the hour. */
const MARKS = 24;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const forgettings = (store: Store, days: RetentionDays): Forgetting[] => [
  feed(store, days.feedDays),
  events(store, days),
  counted('sync-runs', (limit) => forgetSyncRuns(store, { olderThanDays: days.runDays, limit })),
  counted('jobs', (limit) => forgetJobs(store, { olderThanDays: days.runDays, limit })),
  counted('sessions', (limit) => forgetSessions(store, { olderThanDays: days.runDays, limit })),
  counted('budget-spendings', (limit) => forgetSpendings(store, { olderThanDays: SPENDING_DAYS, limit })),
];

/** Of which the oldest are found anew each time. */
const counted = (name: string, forget: (limit: number) => Promise<number>): Forgetting => ({
  name,
  round: () => async () => {
    const count = await forget(BATCH);
    return { count, isOver: count < BATCH };
  },
});

const feed = (store: Store, olderThanDays: number): Forgetting => ({
  name: 'changes',
  round() {
    let epoch: number | undefined;
    return async () => {
      if (epoch === undefined) {
        epoch = await openFeed(store);
        await markFeed(store, { epoch, everyMs: Math.min(HOUR_MS, (olderThanDays * DAY_MS) / MARKS) });
      }
      const count = await forgetChanges(store, { epoch, olderThanDays, limit: BATCH });
      return { count, isOver: count < BATCH };
    };
  },
});

const events = (
  store: Store,
  { eventDays: doneAfterDays, deadEventDays: deadAfterDays }: RetentionDays,
): Forgetting => ({
  name: 'inbox-events',
  round() {
    let after: InboxPosition = INBOX_START;
    return async () => {
      const batch = { after, doneAfterDays, deadAfterDays, limit: BATCH };
      const { count, next } = await forgetInboxEvents(store, batch);
      if (next !== null) after = next;
      return { count, isOver: next === null };
    };
  },
});
