import { costOf } from '../limits/cost-of.ts';
import type { OperatingSpent } from '../limits/operating-time.ts';
import { methodNamed } from '../methods.ts';
import type { PortalContext } from '../portal-context.ts';
import type { Caller, PortalMethod, RestAnswer } from '../portal-method.ts';
import { RestError } from '../rest-error.ts';
import { type Params, textParam } from '../transport/params.ts';

export interface Executed {
  answer: RestAnswer;
  spent: OperatingSpent;
  /** How long the call took: for real or as the real service would, whichever is more. */
  tookMs: number;
}

/** One call, alone or as a command of a batch: may it be made, is there time left for it, and what comes of it. */
export async function executeCall(
  context: PortalContext,
  caller: Caller,
  name: string,
  params: Params,
): Promise<Executed> {
  const method = methodNamed(name);
  if (!method) throw new RestError(404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!');
  refuseUnentitled(method, caller);
  const key = method.name.toLowerCase();
  const { behaviour, operatingTime, usage, now } = context;
  const hasLimits = behaviour.limits === 'on';
  if (hasLimits && operatingTime.spent(caller.credential, key).operatingS >= behaviour.operatingLimitS) {
    usage.count('refusedByOperatingTime');
    throw new RestError(429, 'OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.');
  }
  usage.countCall(method.name);
  const atMs = now();
  const costS = hasLimits ? costOf(key, params) : 0;
  try {
    const authConnector = textParam(params, 'auth_connector') ?? null;
    const answer = await method.run({ method: key, params, caller, context, atMs, authConnector });
    const tookMs = Math.max(now() - atMs, costS * 1000);
    return { answer, spent: operatingTime.charge(caller.credential, key, costS), tookMs };
  } catch (error) {
    if (error instanceof RestError) operatingTime.charge(caller.credential, key, REFUSED_S);
    throw error;
  }
}

/** A call that is refused for its arguments takes a moment all the same. */
const REFUSED_S = 0.01;

function refuseUnentitled(method: PortalMethod, caller: Caller): void {
  if (method.auth === 'application' && caller.kind === 'webhook')
    throw new RestError(403, 'WRONG_AUTH_TYPE', 'Current authorization type is denied for this method');
  if (method.scope !== null && !caller.scopes.includes(method.scope))
    throw new RestError(
      403,
      'insufficient_scope',
      'The request requires higher privileges than provided by the access token',
    );
}
