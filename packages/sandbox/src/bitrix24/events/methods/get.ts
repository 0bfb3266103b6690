import type { PortalMethod } from '../../portal-method.ts';
import { EVENT_NAMES } from '../known-events.ts';
import { handlersOf } from './handler-wish.ts';

export const get: PortalMethod = {
  name: 'event.get',
  scope: null,
  auth: 'application',
  run: (call) => ({
    result: handlersOf(call).map(({ event, url, authUserId, type, connector }) => ({
      event,
      handler: url ?? '',
      auth_type: String(authUserId),
      offline: type === 'offline' ? 1 : 0,
      ...(type === 'offline' ? { connector_id: connector ?? '' } : {}),
    })),
  }),
};

export const listEvents: PortalMethod = {
  name: 'events',
  scope: null,
  run: () => ({ result: EVENT_NAMES }),
};
