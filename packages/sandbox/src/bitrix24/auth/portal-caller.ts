import type { FastifyRequest } from 'fastify';
import type { RequestRecord } from '../../history/request-history.ts';
import type { Caller } from '../portal-method.ts';

const callers = new WeakMap<FastifyRequest, Caller>();

export const setPortalCaller = (request: FastifyRequest, caller: Caller): void =>
  void callers.set(request, caller);

/** Without the webhook's code. */
export function portalCallerInHistory(request: FastifyRequest): RequestRecord['caller'] {
  const caller = callers.get(request);
  if (!caller) return null;
  return { portalUser: caller.userId, by: caller.kind === 'webhook' ? 'webhook' : caller.clientId };
}
