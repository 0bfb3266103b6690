import { applicationOf } from '../auth/applications.ts';
import type { Happening } from '../happenings.ts';
import { forgetOffline } from '../offline-queue/queue-offline.ts';
import { createWakeUp } from '../offline-queue/wake-up.ts';
import type { PortalContext } from '../portal-context.ts';
import type { Call } from '../portal-method.ts';
import { type Change, drop } from '../state/change.ts';
import { createAuthFields } from './delivery/auth-fields.ts';
import { createEventHistory, type EventHistory } from './delivery/event-history.ts';
import { createEventSender } from './delivery/event-sender.ts';
import { postWith } from './delivery/post-event.ts';
import { eventsOf } from './happening-events.ts';
import type { PortalEvent } from './portal-event.ts';
import { queueEvent, queueFor } from './queue-event.ts';
import { EVENT_HANDLERS, type TokenKind } from './tables.ts';

/** Who is told of what happens in the portal, and how. */
export interface PortalEvents {
  /** Writes the changes and what has to be told of them in one line of the journal, and sends it. */
  save(changes: readonly Change[], events: readonly PortalEvent[], call?: Call | null): void;
  /** An event that nothing was changed for, with whatever token. Returns how many handlers are told. */
  fire(event: PortalEvent, token: TokenKind): number;
  /** Looks after every such save. */
  onSaved(look: () => void): void;
  /** What was left of the last time goes on. */
  resume(): void;
  /** What was sent. */
  readonly history: EventHistory;
}

export function createPortalEvents(core: Omit<PortalContext, 'events'>): PortalEvents {
  const history = createEventHistory();
  const auth = createAuthFields(core);
  const sender = createEventSender(core, history, postWith(auth));
  const wakeUp = createWakeUp(core, (changes) => {
    core.save(changes);
    sender.wake();
  });
  const looks: (() => void)[] = [() => wakeUp.look(), () => sender.wake()];
  const tell = () => {
    for (const look of looks) look();
  };

  core.follow({
    alongside: (happenings, call) => happenings.flatMap((happening) => changesFor(core, happening, call)),
    afterwards: tell,
  });
  core.onReset(() => {
    sender.forget();
    wakeUp.forget();
    auth.forget();
    history.clear();
  });
  core.onClose(() => {
    sender.close();
    wakeUp.close();
  });
  return {
    history,
    onSaved: (look) => void looks.push(look),
    resume: tell,
    fire(event, token) {
      const changes = queueEvent(core, event, token);
      core.save(changes);
      tell();
      return changes.length;
    },
    save(changes, events, call = null) {
      core.save([...changes, ...events.flatMap((event) => queueEvent(core, event))], [], call);
      tell();
    },
  };
}

function changesFor(
  core: Pick<PortalContext, 'state' | 'now'>,
  happening: Happening,
  call: Call | null,
): Change[] {
  const userId = call?.caller.userId ?? null;
  const events = eventsOf(happening).map((told) => ({
    ...told,
    userId,
    connector: call?.authConnector ?? null,
  }));
  const told = events.flatMap((event) => queueEvent(core, event));
  return happening.of === 'application' ? [...told, ...applicationChanges(core, happening, events)] : told;
}

/**
 * An installation is told to the application's own address too: nothing can be bound before. A deletion takes with it
 * what the application had bound.
 */
function applicationChanges(
  core: Pick<PortalContext, 'state' | 'now'>,
  { clientId, what }: Extract<Happening, { of: 'application' }>,
  events: readonly PortalEvent[],
): Change[] {
  const { state } = core;
  if (what === 'uninstalled')
    return [
      ...state
        .rows(EVENT_HANDLERS)
        .idsBy('clientId', clientId)
        .map((id) => drop(EVENT_HANDLERS, id)),
      ...forgetOffline(state, clientId),
    ];
  const application = applicationOf(state, clientId);
  if (!application) return [];
  const { handlerUrl: url, userId } = application;
  const id = state.takeId(EVENT_HANDLERS);
  return events.flatMap((event) =>
    queueFor(core, { ...event, userId }, { id, url, clientId, authUserId: userId }),
  );
}
