// A dashboard of 90 days on a million deliveries and 100,000 sign-ups: what the API reads for it, and what counting costs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginCountingAttempts, countAttempts, migrate, openStore, type Store } from '@domovoy/store';
import { startPostgres } from '@domovoy/testkit/postgres';
import postgres from 'postgres';
import { percentile, verdict } from './harness/figures.ts';

const DELIVERIES = 1_000_000;
const SIGN_UPS = 100_000;
const DAYS = 90;
const KINDS = 10;
const WANTED_MS = 100;
const DAY_MS = 86_400_000;

export async function statistics(rounds = 30): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'domovoy-bench-statistics-'));
  const settings = { shared_buffers: '1GB', max_wal_size: '8GB', synchronous_commit: 'off' };
  const server = await startPostgres({ dataDir: join(data, 'postgres'), settings });
  await migrate(server.url);
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  const store = openStore(server.url, { applicationName: 'bench', statementTimeoutMs: 60_000 });
  try {
    await fill(sql);
    await count(store);
    await sql`vacuum analyze`;
    const [hours] = await sql<{ n: number }[]>`select count(*)::int as n from delivery_hours`;
    console.log(`${hours?.n} rows of hours`);
    await measure(store, rounds);
  } finally {
    await store[Symbol.asyncDispose]();
    await sql.end();
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function fill(sql: postgres.Sql): Promise<void> {
  await sql`insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, max_attempts, state, fence, created_at)
    select 1, 1 + n % 2, 'kind.' || n % ${KINDS}::int, 's', n, 5, 'delivered', 2, now() - (${DELIVERIES}::int - n) * interval '1 day' * ${DAYS}::float8 / ${DELIVERIES}::int
    from generate_series(1, ${DELIVERIES}::int) n`;
  await sql`insert into delivery_attempts (delivery_id, fence, company_id, ended_at, duration_ms, outcome, worker)
    select id, 1, 1, created_at, (exp(3 + random() * 4))::int, case when id % 20 = 0 then 'dead' else 'delivered' end, 'w' from deliveries order by id`;
  await sql`insert into sign_ups (company_id, uid, rosdomofon_id, wire_status, state, abonent_rosdomofon_id, phone, requested_at, seen_at, created_at,
      needs_review_at, provisioning_at, completed_at)
    select 1, gen_random_uuid(), n, 'connected', 'completed', n, '79000000000', at, at, at, case when n % 3 = 0 then at end,
      at + random() * interval '3 hours', case when n % 5 > 0 then at + interval '3 hours' + random() * interval '9 hours' end
    from (select n, now() - (${SIGN_UPS}::int - n) * interval '1 day' * ${DAYS}::float8 / ${SIGN_UPS}::int as at from generate_series(1, ${SIGN_UPS}::int) n) s`;
  await sql`vacuum analyze`;
}

/** As the consumer does it, without its rests. */
async function count(store: Store): Promise<void> {
  await beginCountingAttempts(store);
  const took: number[] = [];
  let total = 0;
  for (let leftMs = 2; leftMs > 1; ) {
    const startedAt = performance.now();
    const counted = await countAttempts(store, { spanMs: DAY_MS / 4 });
    took.push(performance.now() - startedAt);
    total += counted?.count ?? 0;
    leftMs = counted?.leftMs ?? 0;
  }
  const seconds = took.reduce((sum, ms) => sum + ms, 0) / 1000;
  console.log(
    `${total} attempts counted: ${((seconds * 1e6) / total).toFixed(1)} µs each; a transaction p50 ${percentile(took, 0.5).toFixed(0)}, p99 ${percentile(took, 0.99).toFixed(0)} ms`,
  );
}

async function measure(store: Store, rounds: number): Promise<void> {
  const company = store.company(1n);
  const range = {
    from: new Date(Date.now() - DAYS * DAY_MS),
    to: new Date(Date.now() + DAY_MS),
    step: 'day',
    timeZone: 'Europe/Moscow',
  } as const;
  const reads: Record<string, () => Promise<readonly unknown[]>> = {
    'delivery counts': () => company.readDeliveryStats({ ...range, groupBy: null }),
    'delivery counts by kind': () => company.readDeliveryStats({ ...range, groupBy: 'kind' }),
    'delivery durations': () => company.readDurations({ ...range, groupBy: null }),
    'delivery durations by kind': () => company.readDurations({ ...range, groupBy: 'kind' }),
    'sign-up funnel': () => company.readSignUpFunnel(range),
  };
  for (const [name, read] of Object.entries(reads)) {
    const took: number[] = [];
    for (let round = -5; round < rounds; round++) {
      const startedAt = performance.now();
      await read();
      if (round >= 0) took.push(performance.now() - startedAt);
    }
    console.log(verdict(`${name}, ms p50`, percentile(took, 0.5), WANTED_MS, true));
  }
}
