import { EventEmitter, once } from 'node:events';
import { applicationOf } from '../auth/applications.ts';
import type { Happening } from '../happenings.ts';
import { forgetOffline } from '../offline-queue/queue-offline.ts';
import { createWakeUp } from '../offline-queue/wake-up.ts';
import { forgottenConnectors } from '../open-lines/connectors.ts';
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
  /** Resolves after the next such save, or when the signal fires. */
  saved(signal: AbortSignal): Promise<void>;
  /** Looks after every such save. */
  onSaved(look: () => void): void;
  /** What was left of the last time goes on. */
  resume(): void;
  /** How many are waiting or on their way. */
  readonly waiting: number;
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
  const saves = new EventEmitter().setMaxListeners(0);
  const looks: (() => void)[] = [() => wakeUp.look(), () => sender.wake()];
  const tell = () => {
    for (const look of looks) look();
  };

  core.follow({
    alongside: (happenings, call) => happenings.flatMap((happening) => changesFor(core, happening, call)),
    afterwards(happenings) {
      const installed = happenings.flatMap((happening) => installationChanges(core, happening));
      if (installed.length > 0) core.save(installed);
      tell();
    },
  });
  core.onReset(() => {
    sender.forget();
    wakeUp.forget();
    auth.forget();
    history.clear();
  });
  core.onClose(() => {
    sender.forget();
    wakeUp.forget();
  });
  return {
    history,
    async saved(signal) {
      await once(saves, 'save', { signal }).catch(() => {}); // the signal
    },
    onSaved: (look) => void looks.push(look),
    resume: tell,
    get waiting() {
      return sender.waiting;
    },
    fire(event, token) {
      const changes = queueEvent(core, event, token);
      core.save(changes);
      tell();
      return changes.length;
    },
    save(changes, events, call = null) {
      core.save([...changes, ...events.flatMap((event) => queueEvent(core, event))], [], call);
      tell();
      saves.emit('save');
    },
  };
}

type Core = Pick<PortalContext, 'state' | 'now'>;

function changesFor(core: Core, happening: Happening, call: Call | null): Change[] {
  if (happening.of === 'application' && happening.what === 'installed') return [];
  const by = { userId: call?.caller.userId ?? null, connector: call?.authConnector ?? null };
  const told = eventsOf(happening).flatMap((event) => queueEvent(core, { ...event, ...by }));
  return happening.of === 'application' ? [...told, ...unbound(core, happening.clientId)] : told;
}

/** What an application had bound goes with it. */
const unbound = ({ state }: Core, clientId: string): Change[] => [
  ...state
    .rows(EVENT_HANDLERS)
    .idsBy('clientId', clientId)
    .map((id) => drop(EVENT_HANDLERS, id)),
  ...forgetOffline(state, clientId),
  ...forgottenConnectors(state, clientId),
];

/** Told to the application's own address, since nothing can be bound before; afterwards, when it is known as installed. */
function installationChanges(core: Core, happening: Happening): Change[] {
  if (happening.of !== 'application' || happening.what !== 'installed') return [];
  const { clientId } = happening;
  const application = applicationOf(core.state, clientId);
  if (!application) return [];
  const { handlerUrl: url, userId } = application;
  const id = core.state.takeId(EVENT_HANDLERS);
  return eventsOf(happening).flatMap((event) => [
    ...queueEvent(core, { ...event, userId }),
    ...queueFor(core, { ...event, userId }, { id, url, clientId, authUserId: userId }),
  ]);
}
