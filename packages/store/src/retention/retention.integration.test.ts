import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureCompany } from '../company/ensure-company.ts';
import { FEED_START } from '../feed/cursor.ts';
import { feedHead } from '../feed/feed-head.ts';
import { forgottenUpTo } from '../feed/forgotten-up-to.ts';
import { openFeed } from '../feed/open-feed.ts';
import { readFeedPage } from '../feed/read-feed-page.ts';
import { insertIntegration } from '../integration/integrations.ts';
import { openStore, type Store } from '../open/open-store.ts';
import { forgetChanges } from './forget-changes.ts';
import { forgetInboxEvents, INBOX_START, type InboxPosition } from './forget-inbox-events.ts';
import { forgetJobs, forgetSyncRuns } from './forget-runs.ts';
import { markFeed } from './mark-feed.ts';

let store: Store;
let epoch: number;

beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
  epoch = await openFeed(store);
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(async () => {
  await store.run(
    'truncate changes, feed_marks, inbox_events, inbox_sources, sync_runs, sync_run_counts, jobs, integrations',
    [],
  );
  await store.run('update feed_epochs set forgotten_xid = null, forgotten_id = null', []);
});

const sql = <T>(text: string) => store.run<T>(text, []);
const count = async (of: string) => (await sql<{ n: number }>(`select count(*)::int as n from ${of}`))[0]?.n;

describe('rows of the feed', () => {
  /** Resolves when they are readable: another test of the same server may still be writing. */
  const tell = async (n: number) => {
    await sql(
      `insert into changes (company_id, entity, entity_id, op) select 1, 'sign_up', n, 'changed' from generate_series(1, ${n}) n`,
    );
    const [last] = await sql<{ id: bigint }>('select max(id) as id from changes');
    await expect.poll(async () => (await feedHead(store)).id, { timeout: 20_000 }).toBe(String(last?.id));
  };
  /** The feed is marked now, and that was so many days ago. */
  const markedAgo = async (days: number) => {
    await markFeed(store, { epoch, everyMs: 0 });
    await sql(
      `update feed_marks set at = now() - interval '${days} days' where at > now() - interval '1 minute'`,
    );
  };
  const forget = (limit = 1_000) => forgetChanges(store, { epoch, olderThanDays: 14, limit });

  test('are forgotten up to the newest mark that is old enough, in batches, and where that ends is told', async () => {
    await tell(5);
    await markedAgo(20);
    await tell(5);
    await markedAgo(15);
    const head = await feedHead(store);
    await tell(5);
    await markedAgo(3);
    expect(await forgottenUpTo(store)).toEqual(FEED_START);
    expect(await forget(4)).toBe(4);
    const [first] = await readFeedPage(store, { after: FEED_START, limit: 1 });
    expect(await forgottenUpTo(store)).toMatchObject({ id: String(Number(first?.id) - 1) });
    // The row at the mark stays.
    expect([await forget(4), await forget(4), await forget(4)]).toEqual([4, 1, 0]);
    expect(await readFeedPage(store, { after: FEED_START, limit: 100 })).toHaveLength(6);
    expect((await forgottenUpTo(store)).id).toBe(String(Number(head.id) - 1));
    // Marks that are needed no more are gone, too.
    expect(await count('feed_marks')).toBe(2);
  });

  test('stay while no mark is old enough, and never to the last: the head does not go back', async () => {
    await tell(3);
    await markedAgo(10);
    expect(await forget()).toBe(0);
    await sql(`update feed_marks set at = now() - interval '15 days'`);
    const head = await feedHead(store);
    expect(await forget()).toBe(2);
    expect(await feedHead(store)).toEqual(head);
  });

  test('are marked no more often than asked for, and not by what is not readable yet', async () => {
    await tell(1);
    await Promise.all(
      [1, 2, 3].map(() => markFeed(store, { epoch, everyMs: 60_000 }).catch(() => undefined)),
    );
    await markFeed(store, { epoch, everyMs: 60_000 });
    expect(await count('feed_marks')).toBeLessThanOrEqual(3);
    const marks = await count('feed_marks');
    await markFeed(store, { epoch, everyMs: 60_000 });
    expect(await count('feed_marks')).toBe(marks);
  });

  test('of another epoch say nothing about this one', async () => {
    await tell(3);
    await markedAgo(20);
    await sql(`update feed_marks set epoch = epoch + 1`);
    expect(await forget()).toBe(0);
  });
});

describe('events', () => {
  /** So many records of a partition, each a day younger than the one before; the last one is of today. */
  const take = (source: number, partition: number, n: number, state = 'done') =>
    sql(`insert into inbox_events (source_id, partition, "offset", company_id, hash, state, received_at)
      select ${source}, ${partition}, n, 1, n, '${state}', now() - (${n} - 1 - n) * interval '1 day' + interval '12 hours' from generate_series(0, ${n} - 1) n`);
  const forgetAll = async (limit: number, deadAfterDays = 365) => {
    let forgotten = 0;
    let calls = 0;
    for (let after: InboxPosition | null = INBOX_START; after !== null; calls += 1) {
      const batch = await forgetInboxEvents(store, { after, doneAfterDays: 90, deadAfterDays, limit });
      forgotten += batch.count;
      after = batch.next;
    }
    return { forgotten, calls };
  };
  const left = (source: number, partition: number) =>
    count(`inbox_events where source_id = ${source} and partition = ${partition}`);

  test('that were done long ago are forgotten, partition by partition, in batches', async () => {
    await take(1, 0, 200);
    await take(1, 1, 150);
    await take(2, 0, 50);
    expect((await forgetAll(40)).forgotten).toBe(109 + 59);
    expect([await left(1, 0), await left(1, 1), await left(2, 0)]).toEqual([91, 91, 50]);
    // The young ones of a partition are not walked along.
    expect((await forgetAll(10)).calls).toBeLessThan(6);
  });

  test('keep the last one of each partition, by which the intake knows where it was', async () => {
    await take(1, 0, 10);
    await sql(`update inbox_events set received_at = now() - interval '400 days'`);
    expect((await forgetAll(3)).forgotten).toBe(9);
    expect(await sql('select "offset" from inbox_events')).toEqual([{ offset: 9n }]);
  });

  test('that could not be read are kept longer, and one that waits is never forgotten', async () => {
    await take(1, 0, 200, 'dead');
    await take(2, 0, 200, 'pending');
    expect((await forgetAll(50)).forgotten).toBe(0);
    expect((await forgetAll(50, 100)).forgotten).toBe(99);
    expect(await left(2, 0)).toBe(200);
  });
});

describe('runs of the mirror and jobs', () => {
  test('that ended long ago are forgotten, but for the last full ones', async () => {
    const { id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'demo' });
    await insertIntegration(store.db, { companyId, kind: 'rosdomofon', config: {} });
    const run = (kind: string, state: string, days: number | null) =>
      sql(`insert into sync_runs (company_id, integration_id, kind, account_rosdomofon_id, state, requested_by, finished_at)
        select 1, id, '${kind}', ${kind === 'account' ? 7 : 'null'}, '${state}', 'test',
          ${days === null ? 'null' : `now() - interval '${days} days'`} from integrations returning id`);
    await run('full', 'completed', 200);
    await run('full', 'completed', 150);
    await run('full', 'failed', 140);
    await run('account', 'completed', 100);
    await run('account', 'completed', 10);
    await run('account', 'running', null);
    await sql(
      `insert into sync_run_counts (run_id, company_id, entity) select id, 1, 'account' from sync_runs`,
    );
    expect(await forgetSyncRuns(store, { olderThanDays: 90, limit: 10 })).toBe(2);
    expect(await sql('select kind, state from sync_runs order by id')).toEqual([
      { kind: 'full', state: 'completed' },
      { kind: 'full', state: 'failed' },
      { kind: 'account', state: 'completed' },
      { kind: 'account', state: 'running' },
    ]);
    expect(await count('sync_run_counts')).toBe(4);
  });

  test('are forgotten in batches', async () => {
    await sql(`insert into jobs (company_id, kind, input, requested_by, state, finished_at)
      select 1, 'k', '{}', 'test', 'completed', now() - interval '100 days' from generate_series(1, 5)`);
    await sql(`insert into jobs (company_id, kind, input, requested_by) values (1, 'k', '{}', 'test')`);
    const batch = { olderThanDays: 90, limit: 3 };
    expect([await forgetJobs(store, batch), await forgetJobs(store, batch)]).toEqual([3, 2]);
    expect(await count('jobs')).toBe(1);
  });
});
