import { ALL_PERMISSIONS, DeliveryWaiter } from '@domovoy/domain';
import { createLogger } from '@domovoy/service-kit';
import type { CompanyScope } from '@domovoy/store';
import { parse } from 'graphql';
import type { Caller } from '../commands/caller.ts';
import { commandsOf } from '../commands/commands.ts';
import { createContext } from '../context.ts';
import { createExecutor } from '../execution/executor.ts';
import { createFeed, feedOfStore } from '../feed/feed.ts';
import { PresenceBoard } from '../presence/presence-board.ts';
import { createSchema } from '../schema/create-schema.ts';
import type { TestApi } from './api.ts';
import type { Tenant } from './tenant.ts';

const logger = createLogger({ name: 'count-reads', level: 'silent' });

/** An answer, and the reads of the store that were called more than once for it. */
export async function countReads(api: TestApi, tenant: Tenant, text: string) {
  await using feed = createFeed(feedOfStore(api.store), { logger });
  await using presence = new PresenceBoard(api.store, { logger });
  await using waiter = new DeliveryWaiter(api.store);
  const { scope, calls } = counted(api.store.company(tenant.company.id));
  const commands = (caller: Caller) => commandsOf({ store: api.store, waiter, encryption: null }, caller);
  const result = await createExecutor(createSchema()).execute({
    document: parse(text),
    operationName: null,
    variables: {},
    context: createContext(
      {
        company: () => scope,
        commands,
        feed,
        presence,
        lookouts: {} as never,
        hooksUrl: null,
        publicUrl: null,
        logger,
      },
      {
        companyId: tenant.company.id,
        actor: 'api-key:test',
        permissions: ALL_PERMISSIONS,
        session: null,
      },
      'request-1',
    ),
  });
  if (result.errors) throw new AggregateError(result.errors, result.errors[0]?.message);
  return {
    // any: answers are looked at by tests, which know their shape
    data: result.data as any,
    repeated: Object.fromEntries([...calls].filter(([, count]) => count > 1)),
    readCount: calls.size,
  };
}

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
