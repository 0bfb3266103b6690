import { createTestDatabase } from '@domovoy/testkit';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import { createTarget, type Target } from '../testing/delivery-fixtures.ts';
import { enqueueDeliveries, enqueueFrom } from './enqueue-deliveries.ts';

let store: Store;
let target: Target;

beforeAll(async () => {
  const database = await createTestDatabase();
  store = openStore(database.url, { applicationName: 'test' });
  target = await createTarget(store);
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(() => store.db.execute(sql`truncate deliveries, changes`));

const count = async (table: string) => {
  const [row] = await store.run<{ n: number }>(`select count(*)::int as n from ${table}`, []);
  return row?.n;
};

test('a delivery is a row with all that was given, due at once, and told in the feed', async () => {
  const [id = 0n] = await target.enqueue(
    target.delivery('sign_up:7', 'sign_up:7', {
      payload: { signUpId: '7' },
      requestedBy: 'user:1',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    }),
  );
  const [row] = await target.read().loadDeliveries([id]);
  expect(row).toMatchObject({
    id,
    state: 'pending',
    kind: 'test',
    subject: 'sign_up:7',
    payload: { signUpId: '7' },
    attempts: 0,
    maxAttempts: 5,
    requestedBy: 'user:1',
    settledAt: null,
  });
  const changes = await store.run('select entity, entity_id as id, op from changes', []);
  expect(changes).toEqual([{ entity: 'delivery', id, op: 'added' }]);
});

test('a key that is known makes no second row, in the same call or in another; the first one is told', async () => {
  const { delivery } = target;
  const first = await enqueueDeliveries(store, [delivery('a', 1), delivery('a', 2), delivery('b', 1)]);
  expect(first.map(({ isNew }) => isNew)).toEqual([true, true, false]);
  expect(first[2]?.id).toBe(first[0]?.id);
  const second = await enqueueDeliveries(store, [delivery('a', 3), delivery('a', 2)]);
  expect(second.map(({ isNew }) => isNew)).toEqual([true, false]);
  expect(second[1]?.id).toBe(first[1]?.id);
  expect(await count('changes')).toBe(3);
});

test('the same key is another one for another kind and for another target', async () => {
  const other = await createTarget(store, 'other');
  const { delivery } = target;
  await target.enqueue(delivery('a', 1), delivery('a', 1, { kind: 'other' }), other.delivery('a', 1));
  expect(await count('deliveries')).toBe(3);
});

test('ids ascend in the order of what was given, which is the order of sending', async () => {
  const ids = await target.enqueue(...Array.from({ length: 200 }, (_, n) => target.delivery('a', n)));
  expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
});

test('in a transaction it is there with the rows that caused it, or not at all', async () => {
  const failed = store.transaction(async (tx) => {
    await enqueueDeliveries(tx, [target.delivery('a', 1)]);
    throw new Error('undo');
  });
  await expect(failed).rejects.toThrow('undo');
  expect(await count('deliveries')).toBe(0);
  const [made] = await store.transaction((tx) => enqueueDeliveries(tx, [target.delivery('a', 1)]));
  expect(made).toMatchObject({ isNew: true, id: expect.any(BigInt) });
});

test('as a part of the statement that writes what causes it, it is there with that, or not at all', async () => {
  const statement = `with caused as (
      insert into companies (short_name, name) values ($1, 'of a statement') returning id
    ), due as (
      select $2::bigint as company_id, $3::bigint as integration_id, 'test' as kind, 'company:' || id as subject,
        'company:' || id as dedupe_key, jsonb_build_object('companyId', id::text) as payload, 5 as max_attempts,
        0 as due_in_ms, null as requested_by, null as traceparent, 1 as position
      from caused
    ), ${enqueueFrom('due')}
    select (select count(*)::int from delivery) as made`;
  const run = () => store.run(statement, ['caused', target.companyId, target.integrationId]);
  expect(await run()).toEqual([{ made: 1 }]);
  await expect(run()).rejects.toThrow(/companies_short_name/);
  expect([await count('deliveries'), await count('changes')]).toEqual([1, 1]);
});

test('many that enqueue the same at once get one row and the same id', async () => {
  const rows = Array.from({ length: 20 }, (_, n) => target.delivery('a', n));
  const answers = await Promise.all(Array.from({ length: 8 }, () => enqueueDeliveries(store, rows)));
  expect(await count('deliveries')).toBe(20);
  for (const [n] of rows.entries()) {
    expect(new Set(answers.map((answer) => answer[n]?.id)).size).toBe(1);
    expect(answers.filter((answer) => answer[n]?.isNew)).toHaveLength(1);
  }
});

test.each([
  ['U+0000', 'a\u0000b', 'a\ufffdb'],
  ['half a surrogate pair', 'a\ud83d', 'a\ufffd'],
  ['a backslash before u0000', '\\u0000', '\\u0000'],
  ['both separators of the transport', 'a\u001eb\u001f', 'a\u001eb\u001f'],
  ['an emoji', '🚪', '🚪'],
])('a payload with %s does not spoil its batch', async (_name, given, kept) => {
  const [id = 0n] = await target.enqueue(
    target.delivery('a', 1, { payload: { text: given } }),
    target.delivery('b', 2),
  );
  expect(await target.read().loadDeliveries([id])).toMatchObject([{ payload: { text: kept } }]);
});

test('one that is due later is not due before', async () => {
  await target.enqueue(target.delivery('a', 1, { dueInMs: 60_000 }));
  expect(await target.claim()).toEqual([]);
  await store.db.execute(sql`update deliveries set due_at = due_at - interval '1 minute'`);
  expect(await target.claim()).toHaveLength(1);
});
