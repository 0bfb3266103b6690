import { StatementScope, type Store } from '@domovoy/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../testing/api.ts';
import { eventually } from '../testing/eventually.ts';
import type { Tenant } from '../testing/tenant.ts';

const QUERY = '{ conversations(first: 1) { nodes { id } } }';

let api: TestApi;
let demo: Tenant;
beforeAll(async () => {
  api = await startApi({ queryTimeoutMs: 400 });
  demo = await api.tenant('demo');
  await api.query(demo.key, QUERY);
});
afterAll(() => api[Symbol.asyncDispose]());

/** How many statements wait for the table that somebody holds. */
async function waiting(store: Store): Promise<number> {
  const [row] = await store.run<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and query like '%conversations%' and pid <> pg_backend_pid()`,
    [],
  );
  return row?.count ?? 0;
}

/** While nobody can read conversations. */
async function whileHeld(work: () => Promise<void>): Promise<void> {
  await api.store.transaction(async (tx) => {
    await tx.execute('lock table conversations in access exclusive mode');
    await work();
  });
}

describe('an operation that takes too long', () => {
  it('is answered with QUERY_TIMEOUT, and its statement is gone from the database', async () => {
    await whileHeld(async () => {
      const answer = api.query(demo.key, QUERY);
      await eventually(async () => expect(await waiting(api.store)).toBe(1));
      expect((await answer).errors).toMatchObject([{ extensions: { code: 'QUERY_TIMEOUT' } }]);
      await eventually(async () => expect(await waiting(api.store)).toBe(0), { timeout: 3_000 });
    });
    expect((await api.query(demo.key, QUERY)).errors).toEqual([]);
  });

  it('control: what runs outside an operation waits on', async () => {
    await whileHeld(async () => {
      const outside = api.store.run('select count(*) from conversations', []);
      await eventually(async () => expect(await waiting(api.store)).toBe(1));
      const answer = await api.query(demo.key, QUERY);
      expect(answer.errors).toMatchObject([{ extensions: { code: 'QUERY_TIMEOUT' } }]);
      await eventually(async () => expect(await waiting(api.store)).toBe(1));
      outside.catch(() => {});
    });
  });

  it('gets no further statements', async () => {
    const scope = new StatementScope();
    scope.cancel();
    await expect(scope.run(() => api.store.run('select 1', []))).rejects.toMatchObject({
      code: 'STORE_CANCELLED',
      retryable: true,
    });
  });
});
