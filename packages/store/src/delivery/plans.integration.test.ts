import { createTestDatabase } from '@domovoy/testkit';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { companyReads } from '../company/company-reads.ts';
import { lookAtDeliveryTargets } from '../delivery-target/look-at-targets.ts';
import { HOT_SESSION, openStore, type Store } from '../open/open-store.ts';
import type { KeysetPage } from '../page/keyset.ts';
import { createTarget, settlement, type Target } from '../testing/delivery-fixtures.ts';
import { type Judged, keepUncounted, prepareAndJudge, statementOf, worstStep } from '../testing/explain.ts';
import { claimDeliveries } from './claim-deliveries.ts';
import type { DeliveryFilter } from './delivery-filter.ts';
import { enqueueDeliveries } from './enqueue-deliveries.ts';
import { forgetDeliveries } from './forget-deliveries.ts';
import { recordLateOutcomes } from './record-late-outcomes.ts';
import { redeliver } from './redeliver.ts';
import { settleDeliveries } from './settle-deliveries.ts';
import { sweepDeliveries } from './sweep-deliveries.ts';

// Plans are judged on tables with rows and statistics; see src/intake/plans.integration.test.ts.

const SETTLED = 100_000;
const OPEN = 20_000;
const SUBJECTS = 2_000;
const BATCH = 200;
/** A few for each row of the batch, never a table's. */
const MOST_ROWS = BATCH * 12;

let store: Store;
let sql: postgres.Sql;
let target: Target;
let databaseUrl: string;

async function open() {
  databaseUrl = (await createTestDatabase()).url;
  store = openStore(databaseUrl, { applicationName: 'test', statementTimeoutMs: 60_000 });
  sql = postgres(databaseUrl, { max: 1, fetch_types: false, onnotice: () => {}, connection: HOT_SESSION });
  target = await createTarget(store);
}
async function close() {
  await sql.end();
  await store[Symbol.asyncDispose]();
}

/** The first rows are settled, then come leased ones whose lease holds, then a backlog. */
async function grow() {
  const { companyId, integrationId } = target;
  const rows = (from: number, count: number, columns: string, values: string) =>
    sql.unsafe(
      `insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, max_attempts, created_at, ${columns})
       select $1, $2, 'test', 's' || i % ${SUBJECTS}, i, 5, timestamptz '2026-01-01' + i * interval '1 second', ${values}
       from generate_series(${from + 1}, ${from + count}) i`,
      [String(companyId), String(integrationId)],
    );
  await rows(
    0,
    SETTLED,
    'state, settled_at, fence, attempts',
    `case when i % 50 = 0 then 'dead' else 'delivered' end, now(), 2, 1`,
  );
  await rows(
    SETTLED,
    500,
    'state, lease_until, leased_by, fence, due_at',
    `'leased', now() + interval '1 hour', 'w', 1, now() - interval '1 hour'`,
  );
  await rows(SETTLED + 500, OPEN, 'due_at', `now() - interval '1 minute'`);
  await sql`insert into delivery_attempts (delivery_id, fence, company_id, outcome, worker, duration_ms)
    select id, 1, company_id, 'delivered', 'w', 1 from deliveries where state = 'delivered'`;
  await sql`insert into changes (company_id, entity, entity_id, op) select company_id, 'delivery', id, 'added' from deliveries`;
}

const batch = Array.from({ length: BATCH }, (_, at) => at);
const leased = () => batch.map((at) => settlement({ id: BigInt(SETTLED + 1 + at), fence: 1n }));
const settled = () => batch.map((at) => settlement({ id: BigInt(1 + at * 3), fence: 1n }));

const statements: [string, (into: Store) => Promise<unknown>][] = [
  [
    'enqueue',
    (into) =>
      enqueueDeliveries(
        into,
        batch.map((at) => target.delivery(`s${at}`, `new-${at}`)),
      ),
  ],
  [
    'enqueue what is known',
    (into) =>
      enqueueDeliveries(
        into,
        batch.map((at) => target.delivery(`s${at}`, at + 1)),
      ),
  ],
  [
    'claim',
    (into) =>
      claimDeliveries(into, { ...target.owner, limit: BATCH, runLength: 4, after: '', leaseMs: 30_000 }),
  ],
  [
    'claim of one of each subject',
    (into) =>
      claimDeliveries(into, { ...target.owner, limit: BATCH, runLength: 1, after: '', leaseMs: 30_000 }),
  ],
  [
    'claim of nothing',
    (into) =>
      claimDeliveries(into, {
        ...target.owner,
        integrationId: 0n,
        limit: BATCH,
        runLength: 4,
        after: '',
        leaseMs: 1,
      }),
  ],
  ['settle', (into) => settleDeliveries(into, target.workerId, leased())],
  ['record late outcomes', (into) => recordLateOutcomes(into, target.workerId, settled())],
  ['sweep nothing', (into) => sweepDeliveries(into)],
  ['look', (into) => lookAtDeliveryTargets(into, [target.integrationId])],
  [
    'redeliver',
    (into) =>
      redeliver(into, {
        companyId: target.companyId,
        ids: batch.map((at) => BigInt(50 + 50 * at)),
        states: ['dead'],
        actor: 'user:1',
      }),
  ],
  ['forget', (into) => forgetDeliveries(into, { olderThanDays: 90, after: 0n, limit: BATCH })],
];

/** Looks for the due ones without an index. */
const careless = (into: Store) =>
  into.run(`select count(*) from deliveries where kind || $1 = 'test' and fence > 0`, ['']);

// One database for all of it: to let it grow is most of the work.
beforeAll(async () => {
  await open();
  await keepUncounted(sql);
  await sql`set plan_cache_mode = force_generic_plan`;
  for (const [index, [, work]] of statements.entries()) {
    const { text, args } = await statementOf(store, work);
    await sql.unsafe(`prepare prepared_${index} as ${text}`);
    await sql.unsafe(`explain execute prepared_${index} (${args})`);
  }
  await grow();
}, 120_000);
afterAll(close);

describe('on a database that grows under statements prepared when it was empty', () => {
  test.each(statements.map(([name, work], index) => [name, work, index] as const))(
    '%s touches a few rows each',
    async (_name, work, index) => {
      const { touchedRows } = await worstStep(sql, `prepared_${index}`, await statementOf(store, work));
      expect(touchedRows).toBeLessThan(MOST_ROWS);
    },
  );
});

describe('on a grown database with statistics', () => {
  beforeAll(async () => void (await sql`vacuum analyze`), 120_000);

  describe.each(['force_generic_plan', 'force_custom_plan'])('with %s', (mode) => {
    test.each(statements)('%s touches a few rows each', async (_name, work) => {
      const { touchedRows } = await prepareAndJudge(sql, await statementOf(store, work), mode);
      expect(touchedRows).toBeLessThan(MOST_ROWS);
    });

    test('control: a walk over the table is found out', async () => {
      const { touchedRows } = await prepareAndJudge(sql, await statementOf(store, careless), mode);
      expect(touchedRows).toBeGreaterThan(MOST_ROWS);
    });
  });
});

describe('a page of deliveries on a grown database', () => {
  let reads: ReturnType<typeof companyReads>;
  let captured: Judged[] = [];
  let drizzleClient: postgres.Sql;

  beforeAll(async () => {
    await sql`vacuum analyze`;
    drizzleClient = postgres(databaseUrl, { max: 1 });
    const logQuery = (text: string, parameters: unknown[]) => {
      captured.push({ text, args: parameters.map((value) => `'${String(value)}'`).join(', ') });
    };
    const db = drizzle(drizzleClient, { casing: 'snake_case', logger: { logQuery } });
    reads = companyReads({ db, search: db, companyId: target.companyId });
  }, 120_000);
  afterAll(() => drizzleClient.end());

  const first: KeysetPage = { direction: 'forward', limit: 50, cursor: null };
  const middle: KeysetPage = { ...first, cursor: '2026-01-01 12:00:00+00|43200' };

  test.each<[string, DeliveryFilter, KeysetPage]>([
    ['all', {}, first],
    ['all from the middle', {}, middle],
    ['a state', { states: ['dead'] }, middle],
    ['a subject', { subjects: ['s7'] }, first],
    ['subjects and the payload', { subjects: ['s7', 's8'], payload: { signUpId: '7' } }, first],
    ['a target', { integrationIds: [1n] }, first],
    [
      'a time',
      { createdAt: { from: new Date('2026-01-01T06:00:00Z'), to: new Date('2026-01-01T07:00:00Z') } },
      first,
    ],
    ['what a job made', { keys: { kind: 'test', keyPrefix: '77:' } }, first],
    ['redeliveries of one', { originalDeliveryId: 5n }, first],
  ])('by %s touches few rows', async (_name, filter, page) => {
    captured = [];
    await reads.listDeliveries({ filter, page });
    expect(captured).toHaveLength(1);
    for (const judged of captured) {
      const { touchedRows } = await prepareAndJudge(sql, judged, 'force_custom_plan');
      expect(touchedRows).toBeLessThan(1_000);
    }
  });

  test('of a page of sign-ups touches a few rows each', async () => {
    const tenant = [String(target.companyId), String(target.integrationId)];
    await sql.unsafe(
      `insert into sign_ups (company_id, uid, rosdomofon_id, wire_status, state, abonent_rosdomofon_id, phone, requested_at, seen_at)
       select $1, gen_random_uuid(), n, 'unprocessed', 'new', n, '79000000001', now(), now() from generate_series(1, 2000) n`,
      tenant.slice(0, 1),
    );
    await sql.unsafe(
      `insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, max_attempts, payload, state)
       select $1, $2, 'test', 'abonent:' || abonent_rosdomofon_id, 'w' || id || i, 5, jsonb_build_object('signUpId', id::text),
         case when i < 4 then 'delivered' else 'pending' end
       from sign_ups, generate_series(1, 5) i`,
      tenant,
    );
    await sql`vacuum analyze`;
    const signUpIds = Array.from({ length: 100 }, (_, n) => BigInt(n + 1));
    captured = [];
    expect(await reads.listDeliveriesOfSignUps({ signUpIds, limit: 50 })).toHaveLength(500);
    for (const judged of captured) {
      const { touchedRows } = await prepareAndJudge(sql, judged, 'force_custom_plan');
      expect(touchedRows).toBeLessThan(5_000);
    }
  });
});
