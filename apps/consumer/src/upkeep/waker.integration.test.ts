import { parkSignUp, snoozeConversation } from '@domovoy/domain';
import { createLogger } from '@domovoy/service-kit';
import { openStore, type Store, wakeSetAside } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Waker } from './waker.ts';

const COUNT = 400;
let store: Store;
let companyId: bigint;
beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
  const [company] = await store.run<{ id: bigint }>(
    `insert into companies (short_name, name) values ('demo', 'Demo') returning id`,
    [],
  );
  companyId = company?.id ?? 0n;
  await store.run(
    `insert into conversations (company_id, abonent_rosdomofon_id, channel, last_message_at)
     select $1, n, 'support', now() from generate_series(1, ${COUNT}) n`,
    [companyId],
  );
});
afterAll(() => store[Symbol.asyncDispose]());

const told = (entity: string) =>
  store.run<{ id: bigint; n: number }>(
    `select entity_id as id, count(*)::int as n from changes where entity = $1 group by 1`,
    [entity],
  );
const ids = async (): Promise<bigint[]> =>
  (await store.run<{ id: bigint }>('select id from conversations order by id', [])).map(({ id }) => id);

test('what was set aside comes back at its time, and is told; a waker that is started later does it too', async () => {
  const [conversationId = 0n] = await ids();
  const until = new Date(Date.now() + 1_500);
  const given = { companyId, conversationId, actor: 'user:1', until };
  expect(await snoozeConversation(store, given)).toMatchObject({
    kind: 'changed',
    conversation: { snoozedUntil: until, snoozedBy: 'user:1' },
  });
  expect(await snoozeConversation(store, { ...given, until: new Date(0) })).toEqual({ kind: 'time-refused' });
  expect((await wakeSetAside(store)).nextInMs).toBeLessThanOrEqual(1_500);
  await store.run('truncate changes', []);
  const logger = createLogger({ name: 'test', level: 'silent' });
  await using waker = new Waker({ store, logger });
  expect(waker).toBeDefined();
  await vi.waitFor(async () => expect(await told('conversation')).toEqual([{ id: conversationId, n: 1 }]), {
    timeout: 20_000,
    interval: 20,
  });
  expect(Date.now()).toBeGreaterThanOrEqual(until.getTime() - 50);
  expect(
    await store.run('select snoozed_until as until from conversations where id = $1', [conversationId]),
  ).toEqual([{ until: null }]);
  expect(await store.run(`select action from audit_entries`, [])).toEqual([
    { action: 'conversation.snooze' },
  ]);
});

test('by many wakers at once each comes back once', async () => {
  await store.run(`update conversations set snoozed_until = now() - interval '1 second'`, []);
  await store.run('truncate changes', []);
  const woken = await Promise.all(
    Array.from({ length: 6 }, async () => {
      let sum = 0;
      for (let found = 1; found > 0; sum += found) found = (await wakeSetAside(store)).count;
      return sum;
    }),
  );
  expect(woken.reduce((sum, count) => sum + count, 0)).toBe(COUNT);
  expect((await told('conversation')).every(({ n }) => n === 1)).toBe(true);
});

test('control: two that look before they change tell of it twice', async () => {
  const [conversationId = 0n] = await ids();
  await store.run(`update conversations set snoozed_until = now() - interval '1 second' where id = $1`, [
    conversationId,
  ]);
  await store.run('truncate changes', []);
  const look = () =>
    store.run<{ id: bigint }>('select id from conversations where snoozed_until <= now()', []);
  const [ours, theirs] = [await look(), await look()];
  for (const { id } of [...ours, ...theirs])
    await store.run(
      `with woken as (update conversations set snoozed_until = null where id = $1 returning company_id, id)
       insert into changes (company_id, entity, entity_id, op) select company_id, 'conversation', id, 'changed' from woken`,
      [id],
    );
  expect(await told('conversation')).toEqual([{ id: conversationId, n: 2 }]);
});

test('a sign-up that nobody knows is not parked', async () => {
  expect(
    await parkSignUp(store, { companyId, signUpId: 77n, actor: 'user:1', until: null, note: null }),
  ).toEqual({ kind: 'not-found' });
});
