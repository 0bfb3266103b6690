import { createTestDatabase } from '@domovoy/testkit';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { companyReads } from '../company/company-reads.ts';
import { settleDeliveries } from '../delivery/settle-deliveries.ts';
import { openStore, type Store } from '../open/open-store.ts';
import { createTarget, settlement, type Target } from '../testing/delivery-fixtures.ts';
import { type Judged, literal, prepareAndJudge } from '../testing/explain.ts';

let store: Store;
let databaseUrl: string;
let target: Target;
let other: Target;
beforeAll(async () => {
  databaseUrl = (await createTestDatabase()).url;
  store = openStore(databaseUrl, { applicationName: 'test', statementTimeoutMs: 60_000 });
  target = await createTarget(store);
  other = await createTarget(store, 'other');
});
afterAll(() => store[Symbol.asyncDispose]());

const count = (limit: number) => target.read().countOpenDeliveries({ limit });

describe('what is not done', () => {
  test('is nothing at first', async () => {
    const counted = await count(10);
    expect(counted).toMatchObject({ all: { waiting: 0, due: 0, sending: 0, doubtful: 0, dead: 0 } });
    expect([counted.byTarget.size, counted.cut.size]).toEqual([0, 0]);
    expect(Math.abs(Date.now() - counted.now.getTime())).toBeLessThan(60_000);
  });

  test('is counted by state and target, of the company alone, and only so far as is asked', async () => {
    const { delivery } = target;
    await target.enqueue(...[1, 2, 3, 4].map((n) => delivery(`s:${n}`, n)));
    await other.enqueue(other.delivery('s:1', 'foreign'));
    const [dead, lost, done, leased] = await target.claim();
    if (!dead || !lost || !done || !leased) throw new Error('four were expected');
    await settleDeliveries(store, target.workerId, [
      settlement(dead, { state: 'dead', outcome: 'dead', errorCode: 'E' }),
      settlement(lost, { state: 'pending', outcome: 'ambiguous', errorCode: 'E', delayMs: 60_000 }),
      settlement(done),
    ]);
    await target.enqueue(delivery('s:5', 5));
    const expected = { waiting: 2, due: 1, sending: 1, doubtful: 1, dead: 1 };
    const { all, byTarget, cut } = await count(10);
    expect([all, ...byTarget]).toEqual([expected, [target.integrationId, expected]]);
    expect(cut.size).toBe(0);
    const few = await count(2);
    expect([...few.cut]).toEqual(['pending']);
    expect(few.all.waiting).toBe(2);
  });
});

describe('on a grown database', () => {
  const LIMIT = 1_000;
  let sql: postgres.Sql;
  beforeAll(async () => {
    sql = postgres(databaseUrl, { max: 1, fetch_types: false, onnotice: () => {} });
    const tenant = [String(target.companyId), String(target.integrationId)];
    await sql.unsafe(
      `insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, max_attempts, created_at, state, settled_at)
       select $1, $2, 'test', 's' || i % 500, 'g' || i, 5, now() - i * interval '1 second',
         case when i % 6 = 0 then 'pending' when i % 50 = 1 then 'dead' else 'delivered' end, now()
       from generate_series(1, 60000) i`,
      tenant,
    );
    await sql`vacuum analyze`;
  }, 120_000);
  afterAll(() => sql.end());

  test.each(['force_generic_plan', 'force_custom_plan'])(
    'it touches no more than it may count, %s',
    async (mode) => {
      let judged: Judged | null = null;
      const logQuery = (text: string, parameters: unknown[]) => {
        judged = { text, args: parameters.map((value) => literal(String(value))).join(', ') };
      };
      const client = postgres(databaseUrl, { max: 1 });
      onTestFinished(() => client.end());
      const db = drizzle(client, { casing: 'snake_case', logger: { logQuery } });
      const { all, cut } = await companyReads({
        db,
        search: db,
        companyId: target.companyId,
      }).countOpenDeliveries({ limit: LIMIT });
      expect([all.waiting, all.dead, [...cut]]).toEqual([LIMIT, LIMIT, ['pending', 'dead']]);
      if (judged === null) throw new Error('it ran no statement');
      const { touchedRows } = await prepareAndJudge(sql, judged, mode);
      expect(touchedRows).toBeLessThanOrEqual(3 * LIMIT);
      // The control: what counts all of them is found out.
      const careless = {
        text: 'select count(*) from deliveries where company_id = $1',
        args: `'${target.companyId}'`,
      };
      expect((await prepareAndJudge(sql, careless, mode)).touchedRows).toBeGreaterThan(3 * LIMIT);
    },
  );
});
