import { DeliveryWaiter } from '@domovoy/domain';
import { createLogger } from '@domovoy/service-kit';
import type { CompanyScope } from '@domovoy/store';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { parse } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../commands/caller.ts';
import { commandsOf } from '../../commands/commands.ts';
import { createContext } from '../../context.ts';
import { createExecutor } from '../../execution/executor.ts';
import { createFeed, feedOfStore } from '../../feed/feed.ts';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createMirror } from '../../testing/mirror.ts';
import type { Tenant } from '../../testing/tenant.ts';
import { resolvers } from '../resolvers.generated.ts';
import { typeDefs } from '../typeDefs.generated.ts';

const logger = createLogger({ name: 'loading-test', level: 'silent' });
const ACCOUNTS = 30;
let api: TestApi;
let demo: Tenant;

beforeAll(async () => {
  api = await startApi();
  demo = await api.tenant('demo');
  const numbers = Array.from({ length: ACCOUNTS }, (_, i) => i + 1);
  await (await createMirror(api.store, demo)).import({
    services: [{ rosdomofonId: 1 }, { rosdomofonId: 2 }],
    entrances: numbers.map((rosdomofonId) => ({
      rosdomofonId,
      services: [1, 2],
      ranges: [{ flatStart: 1, flatEnd: 10 }],
    })),
    accounts: numbers.map((rosdomofonId) => ({ rosdomofonId })),
    flats: numbers.map((id) => ({
      rosdomofonId: id,
      number: '1',
      entranceRosdomofonId: id,
      accountRosdomofonId: id,
    })),
    connections: numbers.map((id) => ({
      rosdomofonId: id,
      accountRosdomofonId: id,
      serviceRosdomofonId: 1 + (id % 2),
    })),
  });
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

/** The scope itself, and how often each of its reads was called. */
function counted(scope: CompanyScope): { scope: CompanyScope; calls: Map<string, number> } {
  const calls = new Map<string, number>();
  const watched = new Proxy(scope, {
    get: (target, name: keyof CompanyScope & string) => {
      const read: unknown = target[name];
      if (typeof read !== 'function') return read;
      return (...args: unknown[]) => {
        calls.set(name, (calls.get(name) ?? 0) + 1);
        return Reflect.apply(read, target, args) as unknown;
      };
    },
  });
  return { scope: watched, calls };
}

it('what is read per row is read once for all rows of the page, on every level', async () => {
  await using feed = createFeed(feedOfStore(api.store), { logger });
  const { scope, calls } = counted(api.store.company(demo.company.id));
  const context = createContext(
    {
      company: () => scope,
      commands: (caller: Caller) => commandsOf(api.store, new DeliveryWaiter(api.store), caller),
      feed,
      logger,
    },
    { companyId: demo.company.id, apiKeyId: demo.apiKeyId, publicId: 'test' },
    'request-1',
  );
  const document =
    parse(`{ accounts(first: 100) { nodes { owner { phone accounts(first: 2) { nodes { id } } } company { name }
    flats(first: 2) { totalCount { count } nodes { account { number } owner { id }
      entrance { flatRanges { end } services { name } flats(first: 2) { nodes { id } }
        flatMap(first: 5) { entries { state flat { number } account { number } } } } } }
    serviceConnections(first: 2) { nodes { service { name serviceConnections(first: 2) { nodes { flat { serviceConnections(first: 2) { nodes { id } } } account { number } } } } } } } } }`);
  const result = await createExecutor(makeExecutableSchema({ typeDefs, resolvers })).execute({
    document,
    operationName: null,
    variables: {},
    context,
  });
  expect(result.errors ?? []).toEqual([]);
  expect((result.data as any).accounts.nodes).toHaveLength(ACCOUNTS);
  const repeated = Object.fromEntries([...calls].filter(([, count]) => count > 1));
  // Of accounts, flats and services, flats are children in two places.
  expect(repeated).toEqual({ listFlatsOfParents: 2, listServiceConnectionsOfParents: 3 });
  expect(calls.size).toBeGreaterThan(10);
});
