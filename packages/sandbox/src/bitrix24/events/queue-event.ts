import { applicationOf } from '../auth/applications.ts';
import { queueOffline } from '../offline-queue/queue-offline.ts';
import type { PortalContext } from '../portal-context.ts';
import { type Change, put } from '../state/change.ts';
import { isEventOfWebhooks } from './known-events.ts';
import type { PortalEvent } from './portal-event.ts';
import {
  EVENT_HANDLERS,
  EVENT_QUEUE,
  type EventHandler,
  OUTGOING_WEBHOOKS,
  type QueuedEvent,
  type TokenKind,
} from './tables.ts';

type Core = Pick<PortalContext, 'state' | 'now'>;

/** The rows that an event leaves: one for each handler that is called, and those of the offline queues. */
export function queueEvent(core: Core, event: PortalEvent, token: TokenKind = 'right'): Change[] {
  const handlers = handlersOf(core, event);
  const online = handlers.filter(({ type }) => type === 'online');
  return [
    ...online.flatMap((handler) => queueFor(core, event, handler, token)),
    ...queueForWebhooks(core, event, token),
    ...handlers
      .filter(({ type }) => type === 'offline')
      .flatMap((handler) => queueOffline(core, event, handler)),
  ];
}

/** Nothing fires before an application is installed in full (facts §8); what ends it still does. */
function handlersOf({ state }: Core, { name, clientId }: PortalEvent): EventHandler[] {
  const rows = state.rows(EVENT_HANDLERS);
  return rows
    .idsBy('event', name)
    .map((id) => rows.get(id))
    .filter((handler) => handler !== undefined)
    .filter((handler) => clientId === undefined || handler.clientId === clientId)
    .filter((handler) => applicationOf(state, handler.clientId)?.isInstalled || name === 'ONAPPUNINSTALL')
    .toSorted((a, b) => a.id - b.id);
}

/** For one handler of an application. */
export function queueFor(
  core: Core,
  event: PortalEvent,
  handler: Pick<EventHandler, 'id' | 'url' | 'clientId' | 'authUserId'>,
  token: TokenKind = 'right',
): Change[] {
  const application = applicationOf(core.state, handler.clientId);
  if (!handler.url || !application) return [];
  const hasRefreshToken = event.name === 'ONAPPINSTALL' || event.name === 'ONOFFLINEEVENT';
  return queued(core, {
    event: event.name,
    data: event.data,
    handlerId: handler.id,
    url: handler.url,
    clientId: handler.clientId,
    applicationToken: application.applicationToken,
    // Of an application that is gone there is no other token (facts §8).
    userId: event.name === 'ONAPPUNINSTALL' ? null : handler.authUserId || event.userId,
    hasRefreshToken,
    token,
  });
}

function queueForWebhooks(core: Core, event: PortalEvent, token: TokenKind): Change[] {
  if (!isEventOfWebhooks(event.name) || event.clientId !== undefined) return [];
  const rows = core.state.rows(OUTGOING_WEBHOOKS);
  return rows.idsBy('event', event.name).flatMap((id) => {
    const webhook = rows.get(id);
    if (!webhook) return [];
    return queued(core, {
      event: event.name,
      data: event.data,
      handlerId: webhook.id,
      url: webhook.url,
      clientId: null,
      applicationToken: webhook.applicationToken,
      userId: null,
      hasRefreshToken: false,
      token,
    });
  });
}

function queued({ state, now }: Core, event: Omit<QueuedEvent, 'id' | 'atMs'>): Change[] {
  const id = state.takeId(EVENT_QUEUE);
  return [put(EVENT_QUEUE, id, { id, atMs: now(), ...event })];
}
