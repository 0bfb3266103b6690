import { createTestDatabase } from '@domovoy/testkit';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOT_SESSION, openStore, type Store } from '../open/open-store.ts';
import { findSyncWork } from '../sync-run/find-sync-work.ts';
import { createJudge, type Judge } from '../testing/judge-plans.ts';
import {
  account,
  createMirror,
  entranceAddress,
  flat,
  serviceConnection,
} from '../testing/mirror-fixtures.ts';
import { countMirrored } from './count-mirrored.ts';
import { listUnconfirmedEntrances } from './list-unconfirmed-entrances.ts';
import { markVanished } from './mark-vanished.ts';
import type { SyncRunFence } from './mirror-statement.ts';
import { upsertAbonents } from './upserts/upsert-abonents.ts';
import { upsertAccounts } from './upserts/upsert-accounts.ts';
import { upsertEntranceAddresses } from './upserts/upsert-entrance-addresses.ts';
import { upsertEntrances } from './upserts/upsert-entrances.ts';
import { upsertFlats } from './upserts/upsert-flats.ts';
import { upsertServiceConnections } from './upserts/upsert-service-connections.ts';

// A company of 1,000 objects of each kind beside others with 30,000: whatever is read of them shows.

const CHUNK = 500;
const OWN = 1_000;
const OTHERS = 30_000;
/** A few for each row of the chunk, and all of the company's own where a statement looks at all of them. */
const MOST_ROWS = CHUNK * 12;

let store: Store;
let sql: postgres.Sql;
let judge: Judge['judge'];
let run: SyncRunFence;
let integrationId: bigint;

beforeAll(async () => {
  const { url } = await createTestDatabase();
  store = openStore(url, { applicationName: 'test', statementTimeoutMs: 60_000 });
  sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {}, connection: HOT_SESSION });
  ({ judge } = createJudge(store, sql));
  const mirror = await createMirror(store);
  integrationId = mirror.integration.id;
  await grow(String(mirror.company.id), OWN);
  await grow('999', OTHERS);
  await sql`insert into sync_runs (company_id, integration_id, kind, state, requested_by, finished_at)
    select ${String(mirror.company.id)}, ${String(integrationId)}, 'full', 'completed', 'test', now() from generate_series(1, 20000)`;
  run = await mirror.begin();
  await sql`vacuum analyze`;
}, 120_000);
afterAll(async () => {
  await sql.end();
  await store[Symbol.asyncDispose]();
});

async function grow(companyId: string, count: number) {
  const company = [companyId, count] as const;
  await sql`insert into abonents (company_id, rosdomofon_id, phone, seen_at) select ${company[0]}, i, '79000000000', '2025-01-01'
    from generate_series(1, ${company[1]}) i`;
  await sql`insert into accounts (company_id, rosdomofon_id, number, owner_abonent_rosdomofon_id, phone, is_blocked, synced_at, changed_at)
    select ${company[0]}, i, i::text, i, '79000000000', false, now(), now() from generate_series(1, ${company[1]}) i`;
  await sql`insert into entrances (company_id, rosdomofon_id, address_line, address_words, synced_at, changed_at)
    select ${company[0]}, i, 'line', 'line', now(), now() from generate_series(1, ${company[1]}) i`;
  await sql`insert into entrance_services (company_id, entrance_rosdomofon_id, service_rosdomofon_id)
    select ${company[0]}, i, s from generate_series(1, ${company[1]}) i, generate_series(1, 2) s`;
  await sql`insert into entrance_flat_ranges (company_id, entrance_rosdomofon_id, flat_start, flat_end)
    select ${company[0]}, i, 1, 36 from generate_series(1, ${company[1]}) i`;
  await sql`insert into flats (company_id, rosdomofon_id, entrance_rosdomofon_id, number, account_rosdomofon_id, is_virtual, synced_at, changed_at)
    select ${company[0]}, i, i, '1', i, false, now(), now() from generate_series(1, ${company[1]}) i`;
  await sql`insert into service_connections (company_id, rosdomofon_id, service_rosdomofon_id, account_rosdomofon_id, flat_rosdomofon_id, is_blocked, synced_at, changed_at)
    select ${company[0]}, i, 1, i, i, false, now(), now() from generate_series(1, ${company[1]}) i`;
}

const ids = Array.from({ length: CHUNK }, (_, at) => at + 1);
const company = { of: 'company' } as const;
const entities = ['service', 'entrance', 'account', 'flat', 'service_connection'] as const;

const statements: [string, (into: Store) => Promise<unknown>][] = [
  [
    'abonents',
    (into) =>
      upsertAbonents(
        into,
        run,
        ids.map((id) => ({ rosdomofonId: id, phone: null, hasLoggedIn: true })),
      ),
  ],
  [
    'accounts',
    (into) =>
      upsertAccounts(
        into,
        run,
        ids.map((id) => account(id)),
      ),
  ],
  [
    'entrances of the list',
    (into) =>
      upsertEntrances(
        into,
        run,
        ids.map((id) => ({ rosdomofonId: id, addressLine: 'line', serviceRosdomofonIds: [1, 3] })),
      ),
  ],
  [
    'entrances of addresses',
    (into) =>
      upsertEntranceAddresses(
        into,
        run,
        ids.map((id) => entranceAddress(id)),
      ),
  ],
  [
    'flats',
    (into) =>
      upsertFlats(
        into,
        run,
        ids.map((id) => flat(id)),
      ),
  ],
  [
    'connections',
    (into) =>
      upsertServiceConnections(
        into,
        run,
        ids.map((id) => serviceConnection(id)),
      ),
  ],
  ...entities.map((entity): [string, (into: Store) => Promise<unknown>] => [
    `the vanished of ${entity}`,
    (into) => markVanished(into, run, entity, company),
  ]),
  ...entities.map((entity): [string, (into: Store) => Promise<unknown>] => [
    `the count of ${entity}`,
    (into) => countMirrored(into, run, { entity, scope: company, unreadable: 0 }),
  ]),
  [
    'the vanished connections of an account',
    (into) => markVanished(into, run, 'service_connection', { of: 'account', rosdomofonId: 7 }),
  ],
  ['unconfirmed entrances', (into) => listUnconfirmedEntrances(into, { runId: run.runId, limit: 200 })],
  ['the work of integrations', (into) => findSyncWork(into, [integrationId], { everyMs: 1, retryMs: 1 })],
];

/** What a statement that forgets the company would do. */
const careless = (into: Store) =>
  into.run('select id from accounts where vanished_at is null and synced_at < $1::timestamptz order by id', [
    '2025-01-01',
  ]);

describe.each(['force_generic_plan', 'force_custom_plan'])('beside large companies, with %s', (mode) => {
  test.each(statements)('%s touch only rows of their own', async (_name, record) => {
    expect((await judge(record, mode)).touchedRows).toBeLessThan(MOST_ROWS);
  });

  test('control: a walk over all companies is found out', async () => {
    expect((await judge(careless, mode)).touchedRows).toBeGreaterThan(MOST_ROWS);
  });
});
