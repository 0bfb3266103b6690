import type { PortalContext } from '../portal-context.ts';
import type { Caller } from '../portal-method.ts';
import { RestError } from '../rest-error.ts';
import type { CallPath } from '../transport/call-path.ts';
import { type Params, textParam } from '../transport/params.ts';
import { webhookOf } from './webhooks.ts';

/** Who calls; throws what somebody is told who may not (facts §1, §2). */
export function callerOf(
  { state, tokens, behaviour }: PortalContext,
  { webhook }: CallPath,
  params: Params,
  authorization: string | undefined,
): Caller {
  const caller = webhook ? byWebhook() : byToken();
  if (!behaviour.hasSubscription)
    throw new RestError(403, 'ACCESS_DENIED', 'REST API is available only on commercial plans');
  return caller;

  function byWebhook(): Caller {
    const { code = '', userId = '' } = webhook ?? {};
    const known = webhookOf(state, code);
    if (!known || known.isRevoked) throw new RestError(401, 'NO_AUTH_FOUND', 'Wrong authorization data');
    if (String(known.userId) !== userId)
      throw new RestError(401, 'INVALID_CREDENTIALS', 'Invalid request credentials');
    return {
      kind: 'webhook',
      credential: `webhook ${code}`,
      code,
      userId: known.userId,
      scopes: known.scopes,
    };
  }
  function byToken(): Caller {
    const accessToken =
      textParam(params, 'auth') ?? textParam(params, 'access_token') ?? bearerOf(authorization);
    if (!accessToken) throw new RestError(401, 'NO_AUTH_FOUND', 'Wrong authorization data');
    const { clientId, userId, scopes } = tokens.grantOf(accessToken);
    return {
      kind: 'application',
      credential: `application ${clientId}`,
      clientId,
      userId,
      scopes,
      accessToken,
    };
  }
}

function bearerOf(authorization = ''): string | undefined {
  const [scheme, token] = authorization.split(' ');
  return scheme?.toLowerCase() === 'bearer' ? token : undefined;
}
