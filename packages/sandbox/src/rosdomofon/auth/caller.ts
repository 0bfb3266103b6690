import type { FastifyRequest } from 'fastify';
import type { Abonent } from '../../city-plan/abonents.ts';
import type { Company } from '../../city-plan/companies.ts';
import { RequestProblem } from '../problem.ts';

/** Who a token was given to. */
export type Caller = { kind: 'operator'; company: Company } | { kind: 'abonent'; abonent: Abonent };

const callers = new WeakMap<FastifyRequest, Caller>();

export const setCaller = (request: FastifyRequest, caller: Caller): void => void callers.set(request, caller);

/** Null for the calls that need no token. */
export const callerOf = (request: FastifyRequest): Caller | null => callers.get(request) ?? null;

/** The company whose operator calls: everything that the call shows or changes is this company's. */
export function operatorOf(request: FastifyRequest): Company {
  const caller = callers.get(request);
  if (caller?.kind !== 'operator') throw new RequestProblem(403, 'Only an operator may call this');
  return caller.company;
}

/** The abonent who calls with the application on his telephone. */
export function abonentOf(request: FastifyRequest): Abonent {
  const caller = callers.get(request);
  if (caller?.kind !== 'abonent') throw new RequestProblem(403, 'Only an abonent may call this');
  return caller.abonent;
}
