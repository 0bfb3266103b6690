import type { Call, PortalMethod } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { put } from '../../state/change.ts';
import { intParam, recordParam, textParam, toInt } from '../../transport/params.ts';
import { EVENT_HANDLERS, type EventHandler } from '../tables.ts';
import { clientIdOf, eventParam, handlersOf, typeParam } from './handler-wish.ts';

const LOOPBACK = /^(127(\.\d+){3}|localhost|\[::1\])$/;

export const bind: PortalMethod = {
  name: 'event.bind',
  scope: null,
  auth: 'application',
  run(call) {
    const { state } = call.context;
    const type = typeParam(call);
    const { minTimeout } = recordParam(call.params, 'options');
    const wish = {
      clientId: clientIdOf(call),
      event: eventParam(call),
      type,
      url: type === 'online' ? urlParam(call) : null,
      authUserId: intParam(call.params, 'auth_type') ?? 0,
      connector: textParam(call.params, 'auth_connector') || null,
      minTimeoutS: Math.max(1, toInt(minTimeout)),
    };
    if (handlersOf(call).some((known) => isSame(known, wish)))
      throw new RestError(
        400,
        'ERROR_HANDLER_ALREADY_EXIST',
        'Unable to set event handler: Handler already binded',
      );
    const id = state.takeId(EVENT_HANDLERS);
    call.context.save([put(EVENT_HANDLERS, id, { id, ...wish })], [], call);
    return { result: true };
  },
};

/** Two users may have the same handler called, each with his own token. */
const isSame = (known: EventHandler, wish: Omit<EventHandler, 'id'>) =>
  known.event === wish.event &&
  known.type === wish.type &&
  known.url === wish.url &&
  known.authUserId === wish.authUserId &&
  known.connector === wish.connector;

/**
 * The service calls public addresses with good certificates only. Here a handler may live on this machine, without
 * TLS: the one thing that a test of handlers cannot do without.
 */
function urlParam({ params }: Call): string {
  const text = textParam(params, 'handler') ?? '';
  if (text === '') throw new RestError(400, 'ERROR_ARGUMENT', "Argument 'HANDLER' is null or empty");
  const url = URL.parse(text);
  if (!url?.host) throw new RestError(400, 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL');
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!isAllowed)
    throw new RestError(400, 'ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported event handler protocol');
  return text;
}
