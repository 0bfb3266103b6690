import { fileURLToPath } from 'node:url';
import { createLogger } from '@domovoy/service-kit';
import { migrate, openStore, type Store } from '@domovoy/store';
import { createTestServer } from '@domovoy/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startBareProcess } from '../testing/bare-process.ts';
import { holdWrite } from '../testing/held-write.ts';
import { SearchIndexer } from './search-indexer.ts';

const script = fileURLToPath(new URL('./testing/indexer-process.ts', import.meta.url));
const started: AsyncDisposable[] = [];
let server: Awaited<ReturnType<typeof createTestServer>>;
let store: Store;

beforeAll(async () => {
  // Of its own: whoever writes into another database holds the feed.
  server = await createTestServer(migrate);
  store = openStore(server.url, { applicationName: 'test' });
});
afterAll(async () => {
  await store[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
beforeEach(() =>
  store.run('truncate messages, changes, search_cursors, search_backfills, search_documents', []),
);
afterEach(async () => {
  for (const one of started.splice(0).toReversed()) await one[Symbol.asyncDispose]();
});

function startHere(applicationName = 'second'): void {
  const own = openStore(server.url, { applicationName });
  const logger = createLogger({ name: 'test', level: 'error' }, { write: () => {} });
  started.push(own, new SearchIndexer({ store: own, logger, pollMs: 10, restRatio: 0, lookBackMs: 50 }));
}
function startThere() {
  const process = startBareProcess(script, server.url);
  started.push(process);
  return process;
}

const take = (count: number) =>
  store.run(
    `with m as (
       insert into messages (company_id, conversation_id, direction, state, text, sent_at)
       select 1, 1, 'in', 'received', 'слово' || n, now() from generate_series(1, $1::int) n returning id
     ) insert into changes (company_id, entity, entity_id, op) select 1, 'message', id, 'added' from m`,
    [count],
  );
const count = async (of: string) =>
  (await store.run<{ n: number }>(`select count(*)::int as n from ${of}`, []))[0]?.n;
/** Messages that are not found by their words, and documents of nothing. */
const wrong = () =>
  count(`messages m full join search_documents d on d.company_id = m.company_id and d.entity = 'message' and d.entity_id = m.id
    where m.id is null or d.words is null or not d.words @@ to_tsquery('russian', m.text)`);
async function allFound(): Promise<void> {
  await expect.poll(wrong, { interval: 10 }).toBe(0);
}
/** Has found all, and has nothing left of what is older than the feed. */
async function atRest(): Promise<void> {
  await allFound();
  await expect.poll(() => count('search_backfills'), { interval: 10 }).toBe(0);
}
/** The second one has made its round without once waiting for the first. */
const hasLooked = () =>
  vi.waitUntil(
    async () => {
      const own = `pg_stat_activity where application_name = 'second'`;
      if (await count(`${own} and wait_event_type = 'Lock'`)) throw new Error('it waits for the first');
      return await count(`${own} and state = 'idle' and query like '%index_backfill%'`);
    },
    { timeout: 20_000, interval: 5 },
  );
const inTheMiddle = { table: 'search_documents', when: 'new.entity_id % 250 = 100' };
const newestIsFound = async () => {
  const [{ id } = { id: 0n }] = await store.run<{ id: bigint }>('select max(id) as id from messages', []);
  await expect.poll(() => count(`search_documents where entity_id = ${id}`), { interval: 10 }).toBe(1);
};

describe.each(['what the feed tells', 'what is older than the feed'])(
  'killed in the middle of %s',
  (source) => {
    const begin = async () => {
      if (source === 'what the feed tells') {
        await take(1);
        const first = startThere();
        await atRest();
        const hold = await holdWrite(store, inTheMiddle);
        started.push(hold);
        await take(500);
        return { first, hold };
      }
      await take(500);
      await store.run('truncate changes', []);
      const hold = await holdWrite(store, inTheMiddle);
      started.push(hold);
      return { first: startThere(), hold };
    };

    test.each(['taken back', 'committed after its process was gone'])(
      'its transaction is %s, and another process leaves nothing out',
      async (end) => {
        const { first, hold } = await begin();
        await hold.reached();
        await first.kill();
        if (end === 'taken back') await hold.cut();
        await hold.letGo();
        expect(await wrong()).toBeGreaterThan(0);
        await take(50);
        startHere();
        await allFound();
      },
    );

    test('another one that runs beside it waits for nothing, and goes on when it is gone', async () => {
      const { first, hold } = await begin();
      await hold.reached();
      const before = await count('search_documents');
      startHere();
      await take(50);
      await hasLooked();
      // Of the same it wrote nothing twice, and of what is behind it nothing too early.
      expect(await count('search_documents')).toBe(before);
      await first.kill();
      await hold.cut();
      await hold.letGo();
      await allFound();
    });
  },
);

test('three at once, while messages come, leave nothing out', async () => {
  for (const name of ['first', 'second', 'third']) startHere(name);
  for (let round = 0; round < 20; round++) await take(50);
  await atRest();
  expect(await count('search_documents')).toBe(1_000);
});

test('is built anew from nothing when cursor and documents are taken away under it', async () => {
  await take(300);
  startHere();
  await atRest();
  // Also of what the feed does not remember.
  await store.run('truncate changes', []);
  await store.run('truncate search_cursors, search_backfills, search_documents', []);
  await take(50);
  await allFound();
});

describe('control', () => {
  test('a cursor that is ahead of its documents leaves them out, and it is noticed', async () => {
    await take(1);
    const first = startThere();
    await atRest();
    const hold = await holdWrite(store, inTheMiddle);
    started.push(hold);
    await take(500);
    await hold.reached();
    await first.kill();
    await hold.cut();
    await hold.letGo();
    await store.run(
      `update search_cursors set (xid, change_id) =
        (select xid, id from changes order by changes.xid desc, changes.id desc limit 1)`,
      [],
    );
    startHere();
    await take(1);
    await newestIsFound();
    expect(await wrong()).toBeGreaterThan(0);
  });

  test('documents alone that are taken away do not come back', async () => {
    await take(300);
    startHere();
    await atRest();
    await store.run('truncate search_documents', []);
    await take(1);
    await newestIsFound();
    expect(await wrong()).toBe(300);
  });
});
