import type { PortalMethod } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { drop } from '../../state/change.ts';
import { intParam, textParam } from '../../transport/params.ts';
import { EVENT_HANDLERS } from '../tables.ts';
import { eventParam, handlersOf, typeParam } from './handler-wish.ts';

export const unbind: PortalMethod = {
  name: 'event.unbind',
  scope: null,
  auth: 'application',
  run(call) {
    const [event, type] = [eventParam(call), typeParam(call)];
    const url = textParam(call.params, 'handler');
    if (type === 'online' && !url)
      throw new RestError(400, 'ERROR_ARGUMENT', "Argument 'HANDLER' is null or empty");
    const authUserId = intParam(call.params, 'auth_type');
    const connector = textParam(call.params, 'auth_connector');
    const gone = handlersOf(call).filter(
      (handler) =>
        handler.event === event &&
        handler.type === type &&
        (type === 'offline' || handler.url === url) &&
        (authUserId === undefined || handler.authUserId === authUserId) &&
        (connector === undefined || handler.connector === (connector || null)),
    );
    call.context.save(
      gone.map(({ id }) => drop(EVENT_HANDLERS, id)),
      [],
      call,
    );
    return { result: { count: gone.length } };
  },
};
