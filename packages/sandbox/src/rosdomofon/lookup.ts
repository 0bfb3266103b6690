import type { FastifyRequest } from 'fastify';
import type { Company } from '../city-plan/companies.ts';
import { operatorOf } from './auth/caller.ts';
import type { Account, Entrance, Flat, Service, ServiceConnection } from './city/entities.ts';
import { RequestProblem } from './problem.ts';
import type { RosDomofonContext } from './resource.ts';

/** What a path or a body names, when it is the caller's company's; of anything else it is not said that it exists. */
export interface Lookup {
  company: Company;
  account(id: number): Account;
  accountByNumber(number: string): Account;
  flat(id: number): Flat;
  entrance(id: number): Entrance;
  service(id: number): Service;
  connection(id: number): ServiceConnection;
}

export function lookupFor(request: FastifyRequest, { state }: RosDomofonContext): Lookup {
  const company = operatorOf(request);
  const { city } = state.current();
  const here = <T extends { company: Company }>(
    what: string,
    id: number | string,
    found: T | undefined,
  ): T => {
    if (found?.company !== company) throw new RequestProblem(404, `There is no ${what} ${id}`);
    return found;
  };
  return {
    company,
    account: (id) => here('account', id, city.accounts.get(id)),
    accountByNumber: (number) =>
      here('account with the number', number, city.numbers.get(company.id)?.get(number)),
    flat: (id) => here('flat', id, city.flats.get(id)),
    entrance: (id) => here('entrance', id, city.entrances.get(id)),
    service: (id) => here('service', id, city.services.get(id)),
    connection(id) {
      const connection = city.connections.get(id);
      here('connection', id, connection?.service);
      return connection as ServiceConnection;
    },
  };
}

/** An id in a path. Ids are whole numbers. */
export function idIn(request: FastifyRequest, name: string): number {
  const text = (request.params as Readonly<Record<string, string>>)[name] ?? '';
  const id = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(id))
    throw new RequestProblem(400, `${name}: expected a whole number, not ${JSON.stringify(text)}`);
  return id;
}
