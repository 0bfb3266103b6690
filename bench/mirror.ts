// A full import of 100,000 accounts by the real consumer process, from the sandbox over HTTP into Postgres: how long,
// where the time goes, and whether memory stays flat. A second import finds nothing new. Linux only (/proc).
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '@domovoy/store';
import { startPostgres } from '@domovoy/testkit/postgres';
import postgres from 'postgres';
import { startProgram } from './harness/app.ts';
import { verdict } from './harness/figures.ts';
import { cpuSecondsOfFamily, usageOf } from './harness/process-usage.ts';
import { startSandboxProcess } from './harness/sandbox.ts';

const ACCOUNTS = 100_000;
const WANTED_SECONDS = 60;
/** Above what the consumer has when it does nothing. */
const WANTED_MEGABYTES = 150;

type Sql = postgres.Sql;
interface Run {
  id: string;
  state: string;
  phase: string | null;
  done: number;
  seconds: number;
}

export async function mirror(accounts = ACCOUNTS): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'domovoy-bench-mirror-'));
  const database = await startPostgres({ dataDir: join(data, 'postgres') });
  await migrate(database.url);
  const sandbox = await startSandboxProcess(join(data, 'sandbox'), ['--accounts', String(accounts)]);
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  const { url, username, password } = sandbox.endpoints.rosdomofon;
  const start = (env: Record<string, string>) =>
    startProgram('apps/consumer/src/main.ts', {
      env: {
        DATABASE_URL: database.url,
        KAFKA_BROKERS: sandbox.endpoints.kafka.brokers,
        KAFKA_GROUP_ID: sandbox.endpoints.kafka.groupId,
        COMPANY_SHORT_NAME: sandbox.endpoints.companyShortName,
        HEALTH_PORT: '0',
        LOG_LEVEL: 'warn',
        // As `npm start` runs it.
        NODE_OPTIONS: '--max-semi-space-size=8',
        ...env,
      },
    });
  try {
    const idle = await idleMegabytes(start({}), sql);
    console.log(`consumer without a mirror: ${idle.toFixed(0)} MB`);
    const consumer = start({
      ROSDOMOFON_URL: url,
      ROSDOMOFON_USERNAME: username,
      ROSDOMOFON_PASSWORD: password,
      ROSDOMOFON_REQUESTS_PER_SECOND: '10000',
    });
    const processes = { consumer: consumer.pid ?? 0, sandbox: sandbox.pid, postgres: database.pid };
    for (const name of ['first import', 'second import, nothing changed']) {
      if (name !== 'first import') await requestImport(sql);
      const { seconds, peak } = await follow(name, sql, processes);
      if (name === 'first import')
        console.log(
          verdict(`seconds for ${accounts.toLocaleString('en')} accounts`, seconds, WANTED_SECONDS, true),
        );
      console.log(verdict('consumer, MB above idle at most', peak - idle, WANTED_MEGABYTES, true));
    }
    await consumer.stop();
  } finally {
    await sql.end();
    await sandbox.stop();
    await database.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function idleMegabytes(consumer: ChildProcess & { stop(): Promise<void> }, sql: Sql): Promise<number> {
  for (;;) {
    const [row] = await sql<
      { n: number }[]
    >`select count(*)::int as n from integrations where owner is not null`;
    if (row && row.n > 0) break;
    await sleep(100);
  }
  await sleep(10_000);
  const { megabytes } = usageOf(consumer.pid ?? 0);
  await consumer.stop();
  return megabytes;
}

async function requestImport(sql: Sql): Promise<void> {
  await sql`insert into sync_runs (company_id, integration_id, kind, requested_by)
    select company_id, id, 'full', 'bench' from integrations`;
  await sql`select pg_notify('domovoy_sync_runs', '')`;
}

interface Processes {
  consumer: number;
  sandbox: number;
  postgres: number;
}

const cpuOf = ({ consumer, sandbox, postgres: server }: Processes) => ({
  consumer: usageOf(consumer).cpuSeconds,
  sandbox: usageOf(sandbox).cpuSeconds,
  postgres: cpuSecondsOfFamily(server),
});

/** Watches the last run to its end: seconds per phase, CPU per process, memory of the consumer over time. */
async function follow(name: string, sql: Sql, processes: Processes) {
  console.log(`\n${name}`);
  const before = cpuOf(processes);
  const megabytes: number[] = [];
  const phases = new Map<string, { from: number; to: number; done: number }>();
  for (;;) {
    megabytes.push(usageOf(processes.consumer).megabytes);
    const run = await lastRun(sql);
    if (run?.phase) {
      const seen = phases.get(run.phase) ?? { from: run.seconds, to: 0, done: 0 };
      phases.set(run.phase, { ...seen, to: run.seconds, done: run.done });
    }
    if (run && !['queued', 'running'].includes(run.state)) {
      if (run.state !== 'completed') throw new Error(`the run ${run.state}`);
      break;
    }
    await sleep(200);
  }
  const total = (await lastRun(sql))?.seconds ?? Number.NaN;
  const after = cpuOf(processes);
  for (const [phase, { from, to, done }] of phases)
    console.log(
      `  ${phase.padEnd(12)} ${(to - from).toFixed(1).padStart(6)} s  ${done.toLocaleString('en').padStart(9)} objects`,
    );
  const [services] = await sql<{ requests: number }[]>`select count(*)::int as requests from services`;
  console.log(`  ${total.toFixed(1)} s in all, ${services?.requests.toLocaleString('en')} services`);
  const cpu = Object.entries(after).map(
    ([process, seconds]) => `${process} ${(seconds - before[process as keyof Processes]).toFixed(1)}`,
  );
  console.log(`  CPU seconds: ${cpu.join(', ')}`);
  const every = Math.max(1, Math.floor(megabytes.length / 12));
  const shown = megabytes.filter((_, at) => at % every === 0).map((mb) => mb.toFixed(0));
  const peak = Math.max(...megabytes);
  console.log(`  consumer MB over time: ${shown.join(' ')}; at most ${peak.toFixed(0)}`);
  return { seconds: total, peak };
}

async function lastRun(sql: Sql): Promise<Run | undefined> {
  const [run] = await sql<Run[]>`select id, state, phase, done,
    extract(epoch from coalesce(finished_at, clock_timestamp()) - started_at)::float8 as seconds
    from sync_runs order by id desc limit 1`;
  return run;
}
