import { z } from 'zod';
import { defineCall } from '../../call.ts';

export const describeCity = defineCall({
  method: 'GET',
  path: '/city',
  summary:
    'What each company has: accounts, flats, entrances, services, connections, blocked ones, and how its operator signs in.',
  accepts: z.strictObject({}),
  run: (_nothing, { state, operators }) => {
    const { city } = state.current();
    const sizeOf = (things: Iterable<{ company: object }>, company: object) =>
      [...things].filter((thing) => thing.company === company).length;
    return {
      seed: city.plan.seed,
      companies: operators.map(({ company, username, password }) => ({
        id: company.id,
        shortName: company.shortName,
        username,
        password,
        accounts: sizeOf(city.accounts.values(), company),
        blockedAccounts: sizeOf(
          [...city.accounts.values()].filter(({ isBlocked }) => isBlocked),
          company,
        ),
        flats: sizeOf(city.flats.values(), company),
        entrances: sizeOf(city.entrances.values(), company),
        services: sizeOf(city.services.values(), company),
        connections: [...city.connections.values()].filter(({ service }) => service.company === company)
          .length,
      })),
    };
  },
});
