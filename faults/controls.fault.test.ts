import { openFeed, openStore, readFeedPage } from '@domovoy/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compare } from './harness/compare.ts';
import { holdIntake, untilIntakesWait } from './harness/locks.ts';
import { observe } from './harness/observe.ts';
import { startProcess } from './harness/process.ts';
import { type Stack, startStack } from './harness/stack.ts';

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

  test('without the primary key of the inbox, effects are there twice', async () => {
    stack.traffic.resume();
    await stack.traffic.more(20);
    await stack.expectNothingLost();
    await stack.sql`alter table inbox_events drop constraint inbox_events_pkey`;
    stack.traffic.resume();
    await stack.hub.traps.beforeOffsetCommit.set(async () => {
      await stack.consumer.kill9();
      return 'drop' as const;
    });
    await stack.traffic.pause();
    await stack.restartConsumer();
    await expect
      .poll(async () => (await judge()).duplicated.length, { timeout: 20_000, interval: 200 })
      .toBeGreaterThan(0);
    const { duplicated } = await judge();
    expect(duplicated.join('\n')).toMatch(/times in the inbox/);
    expect(duplicated.join('\n')).toMatch(/times in (messages|timelines)/);
  });

  test('a consumer that commits the offset before its work loses events', async () => {
    await stack.consumer.stop();
    const [integration] = await stack.sql<{ id: string; companyId: string }[]>`
      select id::text, company_id::text as "companyId" from integrations`;
    const { hub, sandbox, traffic, sql } = stack;
    const careless = startProcess({
      name: 'careless',
      script: 'faults/harness/careless-consumer.ts',
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
    const lock = await holdIntake(sql);
    traffic.resume();
    const backends = await untilIntakesWait(sql);
    await traffic.more(30);
    await careless.kill9();
    await Promise.all(backends.map((pid) => sql`select pg_terminate_backend(${pid})`));
    await lock.release();
    await traffic.pause();
    const acknowledged = traffic.ledger.entries.length;

    await stack.restartConsumer();
    // The sign-ups, which the careless one did not touch, are all there in the end: the consumer has caught up.
    await expect
      .poll(async () => (await judge()).lost.filter((finding) => finding.startsWith('SIGN_UPS')).length, {
        timeout: 20_000,
        interval: 200,
      })
      .toBe(0);
    const { lost } = await judge();
    expect(acknowledged).toBeGreaterThan(0);
    expect(lost.length).toBeGreaterThan(before);
    expect(lost.join('\n')).toMatch(/MESSAGES_IN_\S+ is not in the inbox/);
  });
});

/** Two writers: the one that began first commits last. Both readers look in between and afterwards. */
async function readWhileCommitsOvertake(store: ReturnType<typeof openStore>) {
  const { sql } = stack;
  const start = await feedStart();
  const names = new Map<string, string>();
  const write = async (connection: typeof sql, name: string) => {
    const [row] = await connection<{ id: string; entityId: string }[]>`
      insert into changes (company_id, entity, entity_id, op)
      select max(company_id), 'message', -1 - (select count(*) from changes where entity_id < 0), 'added' from changes
      returning id::text, entity_id::text as "entityId"`;
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
    byPosition.push(...page.map(({ id }) => names.get(String(id)) ?? String(id)));
    const last = page.at(-1);
    if (last) position = { xid: last.xid, id: String(last.id) };
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
