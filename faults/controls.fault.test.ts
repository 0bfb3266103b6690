import { openFeed, openStore, readFeedPage } from '@domovoy/store';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { compare } from './harness/judge/compare.ts';
import { place } from './harness/judge/ledger.ts';
import { observe } from './harness/judge/observe.ts';
import { startProcess } from './harness/parts/process.ts';
import { type Stack, startStack } from './harness/parts/stack.ts';
import { holdIntake, untilIntakesWait } from './harness/seams/locks.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: 'controls' });
});
afterAll(() => stack.close());

const judge = async () => compare(stack.traffic.ledger.entries, await observe(stack.hub.databaseUrl));

describe('controls: without its protection each promise is broken, and the comparison says so', () => {
  test('reading the feed by id loses what commits late; by (xid, id) it does not', async () => {
    await stack.expectNothingLost();
    await using store = openStore(stack.hub.databaseUrl, { applicationName: 'control', maxConnections: 2 });
    await openFeed(store);
    const { byId, byPosition } = await readWhileCommitsOvertake(store);
    expect(byPosition.toSorted()).toEqual(['early', 'late']);
    expect(byId).toEqual(['early']);
  });

  test('with an inbox that forgets, effects are there twice', async () => {
    const { sql } = stack;
    stack.traffic.resume();
    await stack.hub.traps.beforeOffsetCommit.set(async () => {
      await stack.consumer.kill9();
      return 'drop' as const;
    });
    await stack.traffic.pause();
    await sql`delete from inbox_events`;
    await stack.restartConsumer();
    await expect
      .poll(async () => (await judge()).duplicated.join('\n'), { timeout: 60_000, interval: 200 })
      .toMatch(/times in (messages|timelines)/);
  });

  test('a consumer that commits the offset before its work loses events', async () => {
    await stack.consumer.stop();
    const [integration] = await stack.sql<{ id: string; companyId: string }[]>`
      select id::text, company_id::text as "companyId" from integrations`;
    const { hub, sandbox, traffic, sql } = stack;
    const careless = startProcess({
      name: 'careless',
      script: 'faults/harness/world/careless-consumer.ts',
      args: [
        hub.databaseUrl,
        sandbox.brokers[0] ?? '',
        sandbox.groupId,
        sandbox.companyShortName,
        integration?.companyId ?? '',
        integration?.id ?? '',
      ],
    });
    await careless.line((line) => line === 'running');
    const before = (await judge()).lost.length;
    await using lock = await holdIntake(hub.databaseUrl);
    traffic.resume();
    const backends = await untilIntakesWait(sql);
    await traffic.more(30);
    await careless.kill9();
    await Promise.all(backends.map((pid) => sql`select pg_terminate_backend(${pid})`));
    await lock.release();
    await stack.restartConsumer();
    await untilFollowersAreStored();
    const { lost } = await judge();
    expect(lost.length).toBeGreaterThan(before);
    expect(lost.join('\n')).toMatch(/MESSAGES_IN_\S+ is not in the inbox/);
  });

  test('a Postgres that answers before it has written loses events when it is killed', async () => {
    const { sql, traffic } = stack;
    await sql`alter system set wal_writer_delay = '10s'`;
    await sql`alter database postgres set synchronous_commit = off`;
    await sql`select pg_reload_conf()`;
    // New connections for everybody: the old ones have the old setting.
    await Promise.all([stack.consumer.stop(), stack.api.stop()]);
    await stack.restartConsumer();
    await untilFollowersAreStored();
    const before = (await judge()).lost.length;
    await stack.postgres.kill9();
    await stack.postgres.start();
    await untilFollowersAreStored();
    expect((await judge()).lost.length).toBeGreaterThan(before);
    expect(traffic.ledger.size).toBeGreaterThan(100);
  });
});

/** Sends more, and waits until that is in the inbox: what came before it is there by then, or never will be. */
async function untilFollowersAreStored(): Promise<void> {
  const { traffic, hub } = stack;
  const from = traffic.ledger.size;
  traffic.resume();
  await traffic.more(60);
  await traffic.pause();
  const followers = traffic.ledger.entries.slice(from).map(place);
  await vi.waitUntil(
    async () => {
      const stored = new Set((await observe(hub.databaseUrl)).inbox.map(place));
      return followers.every((at) => stored.has(at));
    },
    { timeout: 60_000, interval: 100 },
  );
}

/** Two writers: the one that began first commits last. Both readers look in between and afterwards. */
async function readWhileCommitsOvertake(store: ReturnType<typeof openStore>) {
  const { sql } = stack;
  const start = await feedStart();
  const names = new Map<string, string>();
  // Of a company that does not exist: nobody else is told of it.
  const write = async (connection: typeof sql, name: string) => {
    const [row] = await connection<{ id: string }[]>`
      insert into changes (company_id, entity, entity_id, op) values (0, 'message', 0, 'changed') returning id::text`;
    names.set(row?.id ?? '', name);
  };
  const byId: string[] = [];
  const byPosition: string[] = [];
  let lastId = start.id;
  let position = start;
  const look = async () => {
    const rows = await sql<{ id: string }[]>`select id::text from changes where id > ${lastId} order by id`;
    byId.push(...rows.map(({ id }) => names.get(id) ?? id));
    lastId = rows.at(-1)?.id ?? lastId;
    const page = await readFeedPage(store, { after: position, limit: 100 });
    byPosition.push(...page.map(({ id }) => names.get(id) ?? id));
    const last = page.at(-1);
    if (last) position = { xid: last.xid, id: last.id };
  };

  const slow = await sql.reserve();
  await slow`begin`;
  await write(slow, 'late');
  await write(sql, 'early');
  await look();
  await slow`commit`;
  slow.release();
  await look();
  return { byId, byPosition };
}

async function feedStart(): Promise<{ xid: string; id: string }> {
  const [row] = await stack.sql<{ xid: string; id: string }[]>`
    select xid::text, id::text from changes order by changes.xid desc, changes.id desc limit 1`;
  return row ?? { xid: '0', id: '0' };
}
