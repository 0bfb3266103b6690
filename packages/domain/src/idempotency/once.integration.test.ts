import { ensureCompany, openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { once, RememberedId } from './once.ts';

let store: Store;
let companyId: bigint;

beforeAll(async () => {
  const database = await createTestDatabase();
  store = openStore(database.url, { applicationName: 'test' });
  companyId = (await ensureCompany(store.db, { shortName: 'demo', name: 'demo' })).id;
  await store.run('create table effects (key text)', []);
});
afterAll(() => store[Symbol.asyncDispose]());

const Done = z.object({ kind: z.literal('done'), id: RememberedId });
const effects = async (key: string) =>
  (await store.run<{ n: number }>('select count(*)::int as n from effects where key = $1', [key]))[0]?.n;
const insert = (key: string) => `insert into effects values ('${key}')`;

/** The work leaves a row and gives a new id each time. */
let made = 0n;
const ask = (
  key: string,
  more: { input?: unknown; mutation?: string; companyId?: bigint; fail?: Error } = {},
) =>
  once<z.output<typeof Done>>(
    store,
    { companyId, key, mutation: 'make', input: { a: 1 }, ...more },
    {
      done: Done,
      work: async (tx) => {
        await tx.execute(insert(key));
        if (more.fail) throw more.fail;
        return { kind: 'done', id: ++made };
      },
    },
  );

test('the same key again gives the first result and does nothing', async () => {
  const first = await ask('again');
  expect(first).toEqual({ kind: 'done', id: expect.any(BigInt) });
  expect(await ask('again')).toEqual(first);
  expect(await ask('again', { input: { b: undefined, a: 1 } })).toEqual(first);
  expect(await effects('again')).toBe(1);
});

test('asked twenty times at once, it is done once', async () => {
  const results = await Promise.all(Array.from({ length: 20 }, () => ask('at once')));
  expect(new Set(results.map((result) => ('id' in result ? result.id : null)))).toHaveLength(1);
  expect(await effects('at once')).toBe(1);
});

test('control: where each asking has a key of its own, it is done as often as it is asked', async () => {
  await store.run(
    `create function forget_key() returns trigger language plpgsql as
     'begin new.key = gen_random_uuid()::text; return new; end'`,
    [],
  );
  await store.run(
    'create trigger forget_key before insert on idempotency_keys for each row execute function forget_key()',
    [],
  );
  const asked = await Promise.all(Array.from({ length: 5 }, () => ask('forgotten')));
  await store.run('drop trigger forget_key on idempotency_keys', []);
  expect(new Set(asked.map((one) => ('id' in one ? one.id : 0n))).size).toBe(5);
  expect(await effects('forgotten')).toBe(5);
});

test('another input, or another mutation, is a conflict; another company has keys of its own', async () => {
  await ask('other');
  expect(await ask('other', { input: { a: 2 } })).toEqual({ kind: 'key-conflict' });
  expect(await ask('other', { mutation: 'break' })).toEqual({ kind: 'key-conflict' });
  expect(await effects('other')).toBe(1);
  expect(await ask('other', { companyId: companyId + 1n })).toMatchObject({ kind: 'done' });
});

test('what failed may be asked for again: effect and key go together', async () => {
  await expect(ask('fails', { fail: new Error('no') })).rejects.toThrow('no');
  expect(await effects('fails')).toBe(0);
  expect(await ask('fails')).toMatchObject({ kind: 'done' });
});

test('a refusal takes back what was done and leaves the key free, also for another input', async () => {
  const refuse = (input: unknown) =>
    once<z.output<typeof Done>, { kind: 'refused' }>(
      store,
      { companyId, key: 'refused', mutation: 'make', input },
      {
        done: Done,
        work: async (tx) => {
          await tx.execute(insert('refused'));
          return { kind: 'refused' };
        },
      },
    );
  expect(await refuse(1)).toEqual({ kind: 'refused' });
  expect(await refuse(2)).toEqual({ kind: 'refused' });
  expect(await effects('refused')).toBe(0);
});

test('after a day the key is free, and it is forgotten with the next new one', async () => {
  await ask('old');
  await ask('older');
  await store.run(
    `update idempotency_keys set created_at = now() - interval '25 hours' where key like 'old%'`,
    [],
  );
  expect(await ask('old', { input: { a: 2 } })).toMatchObject({ kind: 'done' });
  expect(await effects('old')).toBe(2);
  expect(await store.run(`select key from idempotency_keys where key like 'old%'`, [])).toEqual([
    { key: 'old' },
  ]);
});

test('use cases that begin transactions of their own read what they wrote, and notify with the commit', async () => {
  const heard: string[] = [];
  const listener = await store.listen('told', (payload) => heard.push(payload));
  const run = (key: string, isToFail: boolean) =>
    once<z.output<typeof Done>>(
      store,
      { companyId, key, mutation: 'make', input: 1 },
      {
        done: Done,
        work: async (_tx, joined) => {
          await joined.transaction((tx) => tx.execute(insert(key)));
          await joined.run(`select pg_notify('told', $1)`, [key]);
          if (isToFail) throw new Error('died');
          const count = 'select count(*)::int as n from effects where key = $1';
          const [row] = await joined.run<{ n: number }>(count, [key]);
          return { kind: 'done', id: BigInt(row?.n ?? 0) };
        },
      },
    );
  await expect(run('untold', true)).rejects.toThrow('died');
  expect(await run('told', false)).toEqual({ kind: 'done', id: 1n });
  expect(await effects('untold')).toBe(0);
  await expect.poll(() => heard).toContain('told');
  expect(heard).not.toContain('untold');
  await listener.close();
});
