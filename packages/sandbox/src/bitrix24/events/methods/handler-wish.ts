import type { Call } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { textParam } from '../../transport/params.ts';
import { isKnownEvent } from '../known-events.ts';
import { EVENT_HANDLERS, type EventHandler } from '../tables.ts';

export function clientIdOf({ caller }: Call): string {
  if (caller.kind !== 'application') throw new TypeError('only an application gets here');
  return caller.clientId;
}

export function eventParam({ params }: Call): string {
  const event = (textParam(params, 'event') ?? '').toUpperCase();
  if (event === '') throw new RestError(400, 'ERROR_ARGUMENT', "Argument 'EVENT' is null or empty");
  if (!isKnownEvent(event)) throw new RestError(400, 'ERROR_EVENT_NOT_FOUND', 'Event not found');
  return event;
}

export function typeParam({ params }: Call): EventHandler['type'] {
  const type = (textParam(params, 'event_type') ?? 'online').toLowerCase();
  if (type !== 'online' && type !== 'offline')
    throw new RestError(400, 'ERROR_ARGUMENT', "Value must be one of {online, offline}: 'EVENT_TYPE'");
  return type;
}

/** What the calling application bound. */
export function handlersOf(call: Call): EventHandler[] {
  const rows = call.context.state.rows(EVENT_HANDLERS);
  return rows
    .idsBy('clientId', clientIdOf(call))
    .map((id) => rows.get(id))
    .filter((handler) => handler !== undefined)
    .toSorted((a, b) => a.id - b.id);
}
