import { applicationOf } from '../auth/applications.ts';
import { queueFor } from '../events/queue-event.ts';
import { EVENT_HANDLERS, type EventHandler } from '../events/tables.ts';
import type { PortalContext } from '../portal-context.ts';
import type { Change } from '../state/change.ts';
import { OFFLINE_EVENTS } from './tables.ts';

/** Tells applications that something waits in their offline queue: ONOFFLINEEVENT, not more often than they asked for. */
export interface WakeUp {
  /** Something may have come. */
  look(): void;
  /** Nobody is woken any more for what was there so far. */
  forget(): void;
}

const EVENT = 'ONOFFLINEEVENT';

export function createWakeUp(
  core: Pick<PortalContext, 'state' | 'now'>,
  save: (changes: Change[]) => void,
): WakeUp {
  const { state, now } = core;
  const lastCalledMs = new Map<number, number>();
  const timers = new Map<number, NodeJS.Timeout>();
  let lastRevision = -1;

  /** Cheap: it is called with every change of anything. What has come is looked at when it is time to tell it. */
  function look(): void {
    const { revision } = state.rows(OFFLINE_EVENTS);
    if (revision === lastRevision) return;
    lastRevision = revision;
    const handlers = state.rows(EVENT_HANDLERS);
    for (const id of handlers.idsBy('event', EVENT)) {
      const handler = handlers.get(id);
      if (handler) schedule(handler);
    }
  }

  function newestFor({ clientId, connector }: EventHandler): number {
    const rows = state.rows(OFFLINE_EVENTS);
    let newest = 0;
    for (const id of rows.idsBy('clientId', clientId)) {
      const row = rows.get(id);
      // Bound without a connector it is told of every queue of the application.
      const isItsOwn = connector === null || row?.connector === connector;
      if (row?.processId === null && isItsOwn) newest = Math.max(newest, row.atMs);
    }
    return newest;
  }

  function schedule(handler: EventHandler): void {
    if (timers.has(handler.id)) return;
    const dueAtMs = (lastCalledMs.get(handler.id) ?? 0) + handler.minTimeoutS * 1000;
    timers.set(
      handler.id,
      setTimeout(() => call(handler), Math.max(0, dueAtMs - now())),
    );
  }

  function call(handler: EventHandler): void {
    timers.delete(handler.id);
    const newest = newestFor(handler);
    // Fetched meanwhile, told already, or no longer bound. In the same millisecond once more is better than never.
    const isNews = newest > 0 && newest >= (lastCalledMs.get(handler.id) ?? 0);
    if (!isNews || !state.rows(EVENT_HANDLERS).get(handler.id)) return;
    lastCalledMs.set(handler.id, now());
    // What PHP prints for no data (facts §8).
    save(
      queueFor(core, { name: EVENT, data: '[]', userId: null }, { ...handler, authUserId: userOf(handler) }),
    );
  }

  /** Its tokens are somebody's: of the handler's user, or of who installed the application. */
  const userOf = ({ authUserId, clientId }: EventHandler) =>
    authUserId || (applicationOf(state, clientId)?.userId ?? 0);

  function forget(): void {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    lastCalledMs.clear();
    lastRevision = -1;
  }
  return { look, forget };
}
