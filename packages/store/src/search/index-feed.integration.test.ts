import { createTestServer } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openFeed } from '../feed/open-feed.ts';
import { recordIncomingMessages } from '../intake/record-incoming-messages.ts';
import { recordSignUps } from '../intake/record-sign-ups.ts';
import { migrate } from '../migrate/migrate.ts';
import { openStore, type Store } from '../open/open-store.ts';
import { indexEverything } from '../testing/index-everything.ts';
import { createIntake, message, signUp } from '../testing/intake-fixtures.ts';
import { indexBackfill, restartSearch, sortInDocuments } from './index-backfill.ts';
import { indexFeed } from './index-feed.ts';

let server: Awaited<ReturnType<typeof createTestServer>>;
let store: Store;
let intake: Awaited<ReturnType<typeof createIntake>>;
let offset = 0;
beforeAll(async () => {
  // Of its own: whoever writes into another database holds the feed.
  server = await createTestServer(migrate);
  store = openStore(server.url, { applicationName: 'index-test' });
  intake = await createIntake(store);
});
afterAll(async () => {
  await store[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
beforeEach(() =>
  store.run(
    'truncate messages, conversations, changes, search_documents, search_cursors, search_backfills',
    [],
  ),
);

const take = (count: number) =>
  recordIncomingMessages(
    store,
    intake.incoming,
    Array.from({ length: count }, () => message(offset++, { text: `сообщение ${offset}` })),
  );
const documents = async () =>
  (
    await store.run<{ id: bigint }>(
      `select entity_id as id from search_documents where entity = 'message' order by 1`,
      [],
    )
  ).map(({ id }) => id);
const messageIds = async () =>
  (await store.run<{ id: bigint }>('select id from messages order by 1', [])).map(({ id }) => id);

test('of several processes at once each document is written once, none is left out, and the cursor ends behind all', async () => {
  const epoch = await openFeed(store);
  await restartSearch(store, epoch);
  await take(300);
  let written = 0;
  const follow = async () => {
    // Not done means: another one is at it.
    for (let idle = 0; idle < 20; ) {
      const told = await indexFeed(store, { epoch, limit: 20 });
      written += told?.written ?? 0;
      if (told === null || told.hasMore) await restartSearch(store, epoch);
      else idle += 1;
    }
  };
  await Promise.all([follow(), follow(), follow(), take(200)]);
  await follow();
  expect(await documents()).toEqual(await messageIds());
  // Of the one conversation as well.
  expect(written).toBe(500 + 1);
});

test('what a transaction commits late is found as well', async () => {
  await take(1);
  const epoch = await openFeed(store);
  await restartSearch(store, epoch);
  const written = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const late = store.transaction(async (tx) => {
    await tx.execute(`with m as (
      insert into messages (company_id, conversation_id, direction, state, text, sent_at)
      select company_id, conversation_id, 'in', 'received', 'поздно', now() from messages limit 1 returning id
    ) insert into changes (company_id, entity, entity_id, op) select 1, 'message', id, 'added' from m`);
    written.resolve();
    await gate.promise;
  });
  await written.promise;
  await take(5);
  // The late one has the lower id, and nothing behind it is passed before it is there.
  expect(await indexFeed(store, { epoch, limit: 50 })).toMatchObject({ hasMore: false });
  gate.resolve();
  await late;
  await indexEverything(store);
  expect(await documents()).toEqual(await messageIds());
  expect(await documents()).toHaveLength(7);
});

test('what the feed has forgotten, or another feed told, is read from the tables', async () => {
  await take(10);
  await store.run('truncate changes', []);
  await indexEverything(store);
  expect(await documents()).toEqual(await messageIds());
  // Nobody followed, and rows were forgotten that nobody had read.
  await take(10);
  await store.run(
    `with last as (select xid, id from changes order by changes.xid desc, changes.id desc limit 1),
      gone as (delete from changes where (xid, id) < (select xid, id from last))
     update feed_epochs set forgotten_xid = last.xid, forgotten_id = last.id from last`,
    [],
  );
  const epoch = await openFeed(store);
  expect(await indexFeed(store, { epoch, limit: 50 })).toBeNull();
  expect(await restartSearch(store, epoch)).toBe(true);
  expect(await restartSearch(store, epoch)).toBe(false);
  for (let hasMore = true; hasMore; ) ({ hasMore } = await indexBackfill(store, 3));
  expect(await documents()).toEqual(await messageIds());
  expect(await store.run('select * from search_backfills', [])).toEqual([]);
  await sortInDocuments(store);
});

test('a word as long as a tsvector can have one is no end of the search: it is found by its beginning, and so are the others', async () => {
  const company = store.company(intake.incoming.companyId);
  const found = async (text: string) =>
    (await company.searchMessages({ text, searchesPhones: false, limit: 10 })).map((row) => row.text);
  const texts = ['ж'.repeat(1_023), 'a'.repeat(2_046), `${'b1'.repeat(500)} ${'b1'.repeat(600)}`, 'дверь'];
  await recordIncomingMessages(
    store,
    intake.incoming,
    texts.map((text) => message(offset++, { text })),
  );
  await recordSignUps(store, intake.own, 'company', [signUp(1, { street: 'я'.repeat(3_000), house: '1' })]);
  // Behind the newest thousand, where the index finds them.
  await take(1_000);
  await indexEverything(store);
  expect(await documents()).toEqual(await messageIds());
  expect(await found('жжжж')).toEqual([texts[0]]);
  expect(await found('aaaa')).toEqual([texts[1]]);
  expect(await found('b1b1')).toEqual([texts[2]]);
  expect(await found('дверь')).toEqual([texts[3]]);
  // The control: it is longer than that with the company before it.
  await expect(
    store.run(`select (replace(message_words($1)::text, '''a', '''7 a'))::tsvector`, [texts[1] ?? '']),
  ).rejects.toThrow('54000');
});

test('a statement that is cut in the middle leaves neither documents nor a cursor behind them', async () => {
  const epoch = await openFeed(store);
  await restartSearch(store, epoch);
  await take(20);
  // Words of one message cannot be made: the whole page is taken back.
  await store.run(
    `create function fail() returns trigger language plpgsql as $$ begin
      if new.entity_id % 10 = 7 then perform pg_terminate_backend(pg_backend_pid()); end if; return new; end $$`,
    [],
  );
  await store.run(
    'create trigger fail before insert on search_documents for each row execute function fail()',
    [],
  );
  await expect(indexFeed(store, { epoch, limit: 50 })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  expect(await documents()).toEqual([]);
  await store.run('drop trigger fail on search_documents', []);
  await indexEverything(store);
  expect(await documents()).toEqual(await messageIds());
});
