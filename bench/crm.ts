// A backlog of sign-ups mirrored into a portal by the real consumer process: contact, deal and comment for each. How many
// HTTP requests each costs, how much of the portal's rate is used, how often it refuses. The portal is the sandbox's,
// with the limits of requests on: 50 at once, 2 a second; that
// of operating time is off. Linux only (/proc).
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createSecretBox,
  ensureCompany,
  insertIntegration,
  migrate,
  openFeed,
  openStore,
  updateIntegration,
} from '@domovoy/store';
import { startPostgres } from '@domovoy/testkit/postgres';
import postgres from 'postgres';
import { startProgram } from './harness/app.ts';
import { verdict } from './harness/figures.ts';
import { cpuSecondsOfFamily, usageOf } from './harness/process-usage.ts';
import { startSandboxProcess } from './harness/sandbox.ts';

const SIGN_UPS = 10_000;
const WANTED_REQUESTS = 0.2;
/** Of the portal's two requests a second. */
const WANTED_RATE = 0.9;
const WANTED_REFUSALS = 0.01;
const PER_SECOND = 2;
const OPERATING_SECONDS = 1_000_000;

interface Usage {
  requests: number;
  /** By name of the method, those in batches too. */
  methods: Record<string, number>;
  refusedByRate: number;
  refusedByOperatingTime: number;
}

export async function crm(signUps = SIGN_UPS): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'domovoy-bench-crm-'));
  const database = await startPostgres({ dataDir: join(data, 'postgres') });
  await migrate(database.url);
  const sandbox = await startSandboxProcess(join(data, 'sandbox'), ['--accounts', '1']);
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  const key = randomBytes(32);
  try {
    const { webhookUrl, portalUrl } = sandbox.endpoints.bitrix24;
    await connect(database.url, { key, webhookUrl, portalUrl });
    await fill(sql, signUps);
    const usage = async () =>
      (await (await fetch(`${sandbox.endpoints.control}/bitrix24/usage`)).json()) as Usage;
    // By the documented times of single calls the portal would run 262 additions in ten minutes: that is another figure.
    await fetch(`${sandbox.endpoints.control}/bitrix24/behaviour`, {
      method: 'POST',
      body: JSON.stringify({ limits: 'on', operatingLimitS: OPERATING_SECONDS }),
    });
    const before = await usage();
    const startedAt = performance.now();
    const consumer = startProgram('apps/consumer/src/main.ts', {
      env: {
        DATABASE_URL: database.url,
        ENCRYPTION_KEY: key.toString('base64'),
        BITRIX24_OPERATING_SECONDS: String(OPERATING_SECONDS),
        HEALTH_PORT: '0',
        LOG_LEVEL: 'warn',
        NODE_OPTIONS: '--max-semi-space-size=8',
      },
    });
    const peak = await untilTold(sql, signUps, consumer.pid ?? 0);
    const seconds = (performance.now() - startedAt) / 1_000;
    const cpu = {
      consumer: usageOf(consumer.pid ?? 0).cpuSeconds,
      postgres: cpuSecondsOfFamily(database.pid),
    };
    await consumer.stop();
    tell({ signUps, seconds, peak, cpu, used: difference(before, await usage()) });
  } finally {
    await sql.end();
    await sandbox.stop();
    await database.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

function tell(given: {
  signUps: number;
  seconds: number;
  peak: number;
  cpu: { consumer: number; postgres: number };
  used: Usage;
}): void {
  const { signUps, seconds, peak, cpu, used } = given;
  const { requests, methods, refusedByRate, refusedByOperatingTime } = used;
  const commands = Object.values(methods).reduce((sum, calls) => sum + calls, 0);
  console.log(
    `${signUps.toLocaleString('en')} sign-ups in ${seconds.toFixed(0)} s: ${(signUps / seconds).toFixed(1)}/s, ` +
      `${((3 * signUps) / seconds).toFixed(0)} rows/s; ${requests} requests with ${commands} commands ` +
      `(${(commands / signUps).toFixed(1)} a sign-up)`,
  );
  console.log(
    `CPU a sign-up: consumer ${((1_000 * cpu.consumer) / signUps).toFixed(1)} ms, Postgres ` +
      `${((1_000 * cpu.postgres) / signUps).toFixed(1)} ms; consumer at most ${peak.toFixed(0)} MB`,
  );
  console.log(
    Object.entries(methods)
      .map(([name, calls]) => `${name} ${calls}`)
      .join(', '),
  );
  const refused = (refusedByRate + refusedByOperatingTime) / requests;
  // The first 50 are free of the rate: they are what the bucket holds.
  const rate = (requests - 50) / seconds / PER_SECOND;
  console.log(verdict('HTTP requests per sign-up', requests / signUps, WANTED_REQUESTS, true));
  console.log(verdict("share of the portal's rate that is used", rate, WANTED_RATE));
  console.log(verdict('share of requests that are refused', refused, WANTED_REFUSALS, true));
}

const difference = (before: Usage, after: Usage): Usage => ({
  requests: after.requests - before.requests,
  methods: Object.fromEntries(
    Object.entries(after.methods).map(([name, calls]) => [name, calls - (before.methods[name] ?? 0)]),
  ),
  refusedByRate: after.refusedByRate - before.refusedByRate,
  refusedByOperatingTime: after.refusedByOperatingTime - before.refusedByOperatingTime,
});

/** A company with the portal and nothing else; whatever is there is told from the beginning. */
async function connect(
  databaseUrl: string,
  { key, webhookUrl, portalUrl }: { key: Uint8Array; webhookUrl: string; portalUrl: string },
): Promise<void> {
  await using store = openStore(databaseUrl, { applicationName: 'bench', maxConnections: 1 });
  const { id: companyId } = await ensureCompany(store.db, { shortName: 'bench', name: 'Bench' });
  const config = { portal: portalUrl, auth: 'webhook', userId: 1, chat: { mode: 'off' } };
  const row = await insertIntegration(store.db, { companyId, kind: 'bitrix24', config });
  // As packages/domain names whose secret it is.
  const identity = `integration:${row.kind}:${row.companyId}:${row.id}`;
  const secrets = createSecretBox(key).seal(JSON.stringify({ webhookUrl }), identity);
  await updateIntegration(store.db, row, { secrets });
  await store.run(
    `insert into crm_cursors (integration_id, company_id, epoch, xid, change_id, backfill_since, backfill_after)
     values ($1, $2, $3, '0', 0, now() - interval '30 days', 0)`,
    [row.id, companyId, await openFeed(store)],
  );
}

/** Each by an abonent of their own. */
const fill = (sql: postgres.Sql, count: number) => sql`
  with company as (select id from companies), s as (
    insert into sign_ups (company_id, uid, rosdomofon_id, wire_status, state, abonent_rosdomofon_id, phone, city, street,
      house, flat, requested_at, seen_at)
    select company.id, gen_random_uuid(), n, 'unprocessed', 'new', n, '7900' || lpad(n::text, 7, '0'), 'Иваново',
      'Ташкентская', '100', (n % 200 + 1)::text, now(), now()
    from company, generate_series(1, ${count}::int) n returning id, company_id
  ) insert into sign_up_events (company_id, sign_up_id, kind, wire_status, occurred_at)
  select company_id, id, 'received', 'unprocessed', now() from s`;

/** Resolves when each sign-up has its three; gives the most memory that the consumer had. */
async function untilTold(sql: postgres.Sql, signUps: number, pid: number): Promise<number> {
  let peak = 0;
  for (let told = 0; told < 3 * signUps; ) {
    await sleep(1_000);
    peak = Math.max(peak, usageOf(pid).megabytes);
    const [row] = await sql<{ told: number; dead: number }[]>`
      select count(*) filter (where state = 'delivered')::int as told,
        count(*) filter (where state = 'dead')::int as dead from deliveries where kind like 'crm.%'`;
    told = row?.told ?? 0;
    if (row && row.dead > 0) throw new Error(`${row.dead} deliveries are dead`);
    console.error(`  ${told.toLocaleString('en')} of ${(3 * signUps).toLocaleString('en')}`);
  }
  return peak;
}
