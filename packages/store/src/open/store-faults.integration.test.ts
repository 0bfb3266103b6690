import { inspect } from 'node:util';
import { createProxy, createTestDatabase, type FaultProxy } from '@domovoy/testkit';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureCompany } from '../company/ensure-company.ts';
import { listCompanies } from '../company/list-companies.ts';
import {
  StoreConstraintError,
  StoreError,
  StoreTimeoutError,
  StoreUnavailableError,
} from '../errors/store-error.ts';
import { companies } from '../schema/company.ts';
import { openStore, type Store } from './open-store.ts';

// Without the patch of postgres.js a backend that ends inside `begin` throws outside every promise, which ends the
// process, and the pool hands what is left of the transaction to another one.

let proxy: FaultProxy;
let store: Store;
let direct: Store;
let databaseUrl: string;

beforeAll(async () => {
  databaseUrl = (await createTestDatabase()).url;
  direct = openStore(databaseUrl, { applicationName: 'direct' });
});
afterAll(() => direct[Symbol.asyncDispose]());
beforeEach(async () => {
  await direct.db.execute(sql`truncate companies cascade`);
  const url = new URL(databaseUrl);
  proxy = await createProxy({ port: Number(url.port) });
  url.port = String(proxy.port);
  store = openStore(url.href, {
    applicationName: 'through the proxy',
    maxConnections: 3,
    statementTimeoutMs: 300,
    transactionTimeoutMs: 600,
  });
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  await proxy.close();
});

const names = async () => (await listCompanies(direct.db)).map(({ shortName }) => shortName);
const insert = (shortName: string) => ({ shortName, name: shortName });
const isReachable = async (run: () => Promise<unknown>) => {
  try {
    await run();
    return true;
  } catch {
    return false;
  }
};
const terminate = () =>
  direct.run(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'through the proxy'`,
    [],
  );

describe('a transaction', () => {
  test.each([
    ['whose backend is terminated', terminate],
    ['whose connection is reset', async () => proxy.reset()],
  ])('%s fails as retryable, leaves nothing behind, and the next one works', async (_name, fault) => {
    const failed = store.transaction(async (tx) => {
      await tx.insert(companies).values(insert('a'));
      await fault();
      await tx.insert(companies).values(insert('b'));
    });
    await expect(failed).rejects.toMatchObject({ name: 'StoreUnavailableError', retryable: true });
    await store.transaction((tx) => tx.insert(companies).values(insert('c')));
    expect(await names()).toEqual(['c']);
  });

  test('that stays open too long is ended by the server', async () => {
    const forgotten = store.transaction(async (tx) => {
      await tx.insert(companies).values(insert('a'));
      await new Promise(() => {});
    });
    await expect(forgotten).rejects.toMatchObject({ retryable: true });
    expect(await names()).toEqual([]);
  });

  test('on a frozen connection ends by its deadline', async () => {
    await store.ping();
    const frozen = store.transaction(async (tx) => {
      await tx.insert(companies).values(insert('a'));
      proxy.freezeExisting();
      await tx.insert(companies).values(insert('b'));
    });
    await expect(frozen).rejects.toThrow(StoreTimeoutError);
    await store.transaction((tx) => tx.insert(companies).values(insert('c')));
    proxy.thaw();
    await expect.poll(names).toEqual(['c']);
  });

  test('is whole or absent, however many are cut off, and the pool is never stuck', async () => {
    const committed = new Set<string>();
    const over = new AbortController();
    const breaking = (async () => {
      while (!over.signal.aborted) {
        await direct.run('select pg_sleep(0.03)', []);
        await terminate();
      }
    })();
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; n < 25; n++) {
        const pair = `${writer}-${n}`;
        try {
          await store.transaction(async (tx) => {
            await tx.insert(companies).values(insert(`${pair}-a`));
            await tx.insert(companies).values(insert(`${pair}-b`));
          });
          committed.add(pair);
        } catch (error) {
          expect(error).toMatchObject({ retryable: true });
        }
      }
    });
    await Promise.all(writers);
    over.abort();
    await breaking;
    const pairs = Map.groupBy(await names(), (name) => name.slice(0, -2));
    expect([...pairs.values()].every(({ length }) => length === 2)).toBe(true);
    expect([...committed].filter((pair) => !pairs.has(pair))).toEqual([]);
  });
});

describe('a statement', () => {
  const statements: [string, () => Promise<unknown>][] = [
    ['of the hot ones', () => store.run('select 1', [])],
    ['of Drizzle', () => listCompanies(store.db)],
  ];

  test.each(statements)(
    '%s on frozen connections ends by its deadline, and the next one works',
    async (_name, run) => {
      await Promise.all([run(), run(), run()]);
      proxy.freezeExisting();
      await expect(run()).rejects.toMatchObject({
        name: 'StoreTimeoutError',
        retryable: true,
        unknownOutcome: true,
      });
      await run();
      await run();
    },
  );

  test.each(statements)(
    '%s fails as retryable when its connection is reset, and the next one works',
    async (_name, run) => {
      await run();
      proxy.refuse(true);
      proxy.reset();
      await expect(run()).rejects.toThrow(StoreUnavailableError);
      proxy.refuse(false);
      await expect.poll(() => isReachable(run)).toBe(true);
    },
  );

  test('that takes too long is ended by the server', async () => {
    await expect(store.run('select pg_sleep(10)', [])).rejects.toMatchObject({
      name: 'StoreTimeoutError',
      meta: { sqlState: '57014' },
    });
  });

  test('that waits for a connection is not late by that', async () => {
    const slow = () => store.run('select pg_sleep(0.25)', []);
    await Promise.all(Array.from({ length: 12 }, slow));
  });
});

describe('an error', () => {
  const secret = 'never-in-a-log-79000001234';

  test.each<[string, (store: Store) => PromiseLike<unknown>, typeof StoreError]>([
    [
      'of a constraint',
      (of) => of.db.insert(companies).values([insert(secret), insert(secret)]),
      StoreConstraintError,
    ],
    ['of a bad value', (of) => of.db.execute(sql`select ${secret}::uuid`), StoreError],
    ['of a bad value in a hot statement', (of) => of.run('select $1::uuid', [secret]), StoreError],
    ['of a missing table', (of) => of.db.execute(sql`select * from nowhere where a = ${secret}`), StoreError],
  ])('%s holds neither SQL nor values, and is not retryable', async (_name, run, expected) => {
    const error: unknown = await Promise.resolve(run(direct)).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(expected);
    expect(error).toMatchObject({ retryable: false });
    const everything = inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error);
    expect(everything).not.toContain(secret);
    expect(everything).not.toMatch(/select|insert into/i);
  });

  test('of a transaction rolls back, and is the caller’s own when it is', async () => {
    const own = new Error('mine');
    await expect(
      direct.transaction(async (tx) => {
        await tx.insert(companies).values(insert('a'));
        throw own;
      }),
    ).rejects.toBe(own);
    expect(await names()).toEqual([]);
  });

  test('of a savepoint leaves the transaction usable', async () => {
    await direct.transaction(async (tx) => {
      await tx.insert(companies).values(insert('a'));
      await expect(tx.transaction((inner) => inner.insert(companies).values(insert('a')))).rejects.toThrow(
        StoreConstraintError,
      );
      await tx.update(companies).set({ name: 'b' }).where(eq(companies.shortName, 'a'));
    });
    expect(await listCompanies(direct.db)).toMatchObject([{ shortName: 'a', name: 'b' }]);
  });

  test('of a database that is not there says so at once, and a store of it can be opened', async () => {
    await using absent = openStore('postgres://postgres@127.0.0.1:1/none', { applicationName: 'test' });
    await expect(absent.ping()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', retryable: true });
    await expect(ensureCompany(absent.db, insert('a'))).rejects.toThrow(StoreUnavailableError);
  });
});

test('every session has its time-outs', async () => {
  const settings = `select name, setting::int as ms from pg_settings
    where name in ('statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout') order by name`;
  const expected = [
    { name: 'idle_in_transaction_session_timeout', ms: 600 },
    { name: 'statement_timeout', ms: 300 },
    { name: 'transaction_timeout', ms: 600 },
  ];
  expect(await store.run(settings, [])).toEqual(expected);
  expect([...(await store.db.execute(sql.raw(settings)))]).toEqual(expected);
});

describe('a listener', () => {
  const notify = () => direct.run(`select pg_notify('news', '')`, []);

  test('hears, and after a lost connection hears again, told once that it may have missed something', async () => {
    let heard = 0;
    const listener = await store.listen('news', () => heard++);
    await notify();
    await expect.poll(() => heard).toBe(1);
    await terminate();
    await expect.poll(() => heard, { timeout: 20_000 }).toBe(2);
    await notify();
    await expect.poll(() => heard).toBe(3);
    await listener.close();
  });

  test('comes back after an outage in which it cannot connect', async () => {
    let heard = 0;
    const listener = await store.listen('news', () => heard++);
    proxy.refuse(true);
    proxy.reset();
    const tried = proxy.accepted;
    await expect.poll(() => isReachable(() => store.ping())).toBe(false);
    expect(heard).toBe(0);
    proxy.refuse(false);
    await expect.poll(() => heard, { timeout: 20_000 }).toBe(1);
    expect(proxy.accepted).toBe(tried + 1);
    await notify();
    await expect.poll(() => heard).toBe(2);
    await listener.close();
  });
});
