import {
  enqueueDeliveries,
  ensureCompany,
  ensureEnvironmentIntegration,
  openStore,
  type Store,
} from '@domovoy/store';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../parts/postgres.ts';
import { brokenOrder } from './sign-ups.ts';

let server: OwnPostgres;
let store: Store;
let sql: Sql;
let enqueue: (runner: Parameters<typeof enqueueDeliveries>[0], subject: string) => Promise<bigint>;

beforeAll(async () => {
  server = await startOwnPostgres();
  store = openStore(server.url, { applicationName: 'test' });
  sql = postgres(server.url, { max: 1 });
  const { id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'Demo' });
  const { id: integrationId } = await ensureEnvironmentIntegration(store.db, { companyId, config: {} });
  enqueue = async (runner, subject) => {
    const given = { companyId, integrationId, kind: 'test', subject, maxAttempts: 5, payload: {} };
    const [made] = await enqueueDeliveries(runner, [{ ...given, dedupeKey: crypto.randomUUID() }]);
    if (made === undefined) throw new Error('nothing was enqueued');
    return made.id;
  };
});
afterAll(async () => {
  await sql.end();
  await store[Symbol.asyncDispose]();
  await server.remove();
});

const end = (id: bigint) =>
  sql`update deliveries set state = 'delivered', settled_at = clock_timestamp() where id = ${String(id)}`;

test('of two that were enqueued one after the other the first ends first, or it is told', async () => {
  const first = await enqueue(store, 'one after the other');
  const second = await enqueue(store, 'one after the other');
  await end(second);
  await end(first);
  expect(await brokenOrder(sql, first - 1n)).toEqual([
    `one after the other ended with test ${second} before test ${first}`,
  ]);
  await end(second);
  expect(await brokenOrder(sql, first - 1n)).toEqual([]);
});

test('one that was sent before the other was there to be seen has broken no order', async () => {
  const [first, second] = await store.transaction(async (tx) => {
    const slow = await enqueue(tx, 'side by side');
    const fast = await enqueue(store, 'side by side');
    await end(fast);
    return [slow, fast];
  });
  await end(first);
  expect(first).toBeLessThan(second);
  expect(await brokenOrder(sql, first - 1n)).toEqual([]);
});
