import type { PortalMethod } from '../../portal-method.ts';
import type { EventData } from '../portal-event.ts';
import { clientIdOf } from './handler-wish.ts';

/** Fires ONAPPTEST: whether a handler can be reached. */
export const test: PortalMethod = {
  name: 'event.test',
  scope: null,
  auth: 'application',
  run(call) {
    const { auth: _token, ...given } = call.params;
    const query = JSON.parse(JSON.stringify(given)) as EventData;
    call.context.events.save(
      [],
      [
        {
          name: 'ONAPPTEST',
          data: { LANGUAGE_ID: 'ru', QUERY: query },
          userId: call.caller.userId,
          clientId: clientIdOf(call),
        },
      ],
      call,
    );
    return { result: true };
  },
};
