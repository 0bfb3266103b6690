import { createTestDatabase } from '@domovoy/testkit';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFeed } from '../feed/open-feed.ts';
import { HOT_SESSION, openStore, type Store } from '../open/open-store.ts';
import { prepareAndJudge, statementOf } from '../testing/explain.ts';
import { forgetChanges } from './forget-changes.ts';
import { forgetInboxEvents, INBOX_START } from './forget-inbox-events.ts';
import { markFeed } from './mark-feed.ts';

// Batches walk along a key: whatever the size of the table, they touch a few rows for each that they may delete.

const BATCH = 1_000;
const ROWS = 100_000;
const MOST_ROWS = BATCH * 4;

let store: Store;
let sql: postgres.Sql;
let epoch: number;

beforeAll(async () => {
  const { url } = await createTestDatabase();
  store = openStore(url, { applicationName: 'test', statementTimeoutMs: 60_000 });
  sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {}, connection: HOT_SESSION });
  epoch = await openFeed(store);
  await sql`insert into changes (company_id, entity, entity_id, op)
    select 1, 'message', i, 'added' from generate_series(1, ${ROWS}) i`;
  await sql`insert into inbox_events (source_id, partition, "offset", company_id, hash, payload, received_at)
    select 1 + i % 3, 0, i, 1, i, '{}', now() - interval '100 days' from generate_series(1, ${ROWS}) i`;
  await markFeed(store, { epoch, everyMs: 0 });
  await sql`update feed_marks set at = now() - interval '20 days'`;
  await sql`analyze`;
});
afterAll(async () => {
  await sql.end();
  await store[Symbol.asyncDispose]();
});

const STATEMENTS = {
  'rows of the feed': (into: Store) => forgetChanges(into, { epoch, olderThanDays: 14, limit: BATCH }),
  'events of the inbox': (into: Store) =>
    forgetInboxEvents(into, { after: INBOX_START, doneAfterDays: 90, deadAfterDays: 365, limit: BATCH }),
} as const;

test.each(Object.entries(STATEMENTS))(
  'a batch of %s touches few rows of a grown table',
  async (_name, forget) => {
    const statement = await statementOf(store, forget);
    for (const mode of ['force_generic_plan', 'force_custom_plan'])
      expect(await prepareAndJudge(sql, statement, mode)).toMatchObject({
        touchedRows: expect.toSatisfy((rows: number) => rows >= BATCH && rows <= MOST_ROWS),
      });
  },
);

test('control: a batch in another order than the key’s touches every older row', async () => {
  const judged = await statementOf(store, STATEMENTS['rows of the feed']);
  const text = judged.text.replace('order by c.xid, c.id limit', 'order by c.entity_id limit');
  expect(text).not.toBe(judged.text);
  const worst = await prepareAndJudge(sql, { ...judged, text }, 'force_generic_plan');
  expect(worst.touchedRows).toBeGreaterThan(MOST_ROWS);
});
