// Kafka → zod → one statement with inbox, domain rows and feed → offset, by the real consumer process, beside
//   raw      a loop of `insert … select unnest` into one table of seven columns on the same database: the limit
//   Python   the consumer one would write in an afternoon (bench/peers), in batches and row by row
// in one run, rounds interleaved. The first round warms up and does not count.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { migrate } from '@domovoy/store';
import { startPostgres } from '@domovoy/testkit/postgres';
import kafkajs from 'kafkajs';
import postgres from 'postgres';
import { root, startProgram } from './harness/app.ts';
import { type CpuTimes, cpuTimes, perEvent } from './harness/cpu.ts';
import { messageEvent, signUpEvent } from './harness/events.ts';
import { Rates, verdict } from './harness/figures.ts';
import { startSandboxProcess } from './harness/sandbox.ts';

const EVENTS = 60_000;
const PEOPLE = 5_000;
const CHUNK = 500;
const PARTITIONS = 3;
/** How the peer writes, and how many events it gets. */
const PEERS = [
  ['batch', 20_000],
  ['tuned', 20_000],
  ['row', 2_000],
  ['auto', 2_000],
] as const;
const PYTHON = join(root, '.cache/python/bench/bin/python');

type Event = { key: string; value: string };
type Sql = postgres.Sql;
interface Shape {
  name: string;
  topic: (company: string) => string;
  event: (n: number) => Event;
}

const messages = (company: string) => `MESSAGES_IN_${company}`;
const SHAPES: Shape[] = [
  { name: 'messages 200 B', topic: messages, event: (n) => messageEvent(n, PEOPLE, 200) },
  { name: 'messages 1 KB', topic: messages, event: (n) => messageEvent(n, PEOPLE, 1_024) },
  { name: 'sign-ups 600 B', topic: (c) => `SIGN_UPS_${c}`, event: (n) => signUpEvent(n, 600) },
];

async function rawLoop(sql: Sql, events: Event[]): Promise<number> {
  await sql`create table raw (topic text not null, part int not null, off bigint not null, key text,
    company text, ts timestamptz not null, body jsonb not null, primary key (topic, part, off))`;
  const rows = events.map((event, offset) => ({
    offset,
    key: event.key,
    at: new Date(1.7e12 + offset).toISOString(),
    body: JSON.parse(event.value),
  }));
  const insert = `insert into raw select * from unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::text[],
    $6::timestamptz[], $7::jsonb[]) on conflict do nothing`;
  const started = performance.now();
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows.slice(from, from + CHUNK);
    const columns = [
      chunk.map(() => 'MESSAGES_IN_acme'),
      chunk.map(() => 0),
      chunk.map((row) => row.offset),
      chunk.map((row) => row.key),
      chunk.map(() => 'acme'),
      chunk.map((row) => row.at),
      chunk.map((row) => row.body),
    ];
    await sql.unsafe(insert, columns as postgres.ParameterOrJSON<never>[], { prepare: true });
  }
  const seconds = (performance.now() - started) / 1000;
  // Or autovacuum would look at it while the others are measured.
  await sql`drop table raw`;
  return seconds;
}

/** Runs the consumer app on a topic that is full already, until all of it is in the inbox. */
async function consume(
  sql: Sql,
  databaseUrl: string,
  brokers: string,
  company: string,
  topic: string,
  cpu: (consumer?: number) => CpuTimes,
) {
  const consumer = startProgram('apps/consumer/src/main.ts', {
    env: {
      DATABASE_URL: databaseUrl,
      KAFKA_BROKERS: brokers,
      KAFKA_GROUP_ID: `bench-${company}`,
      COMPANY_SHORT_NAME: company,
      HEALTH_PORT: '0',
      LOG_LEVEL: 'warn',
    },
  });
  const source = async () =>
    (await sql<{ id: number }[]>`select id from inbox_sources where topic = ${topic}`)[0]?.id;
  let sourceId = await source();
  while (sourceId === undefined) {
    await sleep(20);
    sourceId = await source();
  }
  const before = cpu(consumer.pid);
  for (;;) {
    // One index probe per partition, and rarely until the end is near: looking must cost the measured one nothing.
    const [row] = await sql<{ total: number; now: number }[]>`
      select coalesce(sum(n), 0)::int as total, extract(epoch from clock_timestamp())::float8 as now
      from generate_series(0, ${PARTITIONS - 1}) p, lateral (select max("offset") + 1 as n from inbox_events
        where source_id = ${sourceId} and partition = p) newest`;
    const { total, now } = row ?? { total: 0, now: 0 };
    if (total >= EVENTS) {
      console.error(`  µs of CPU per event: ${perEvent(before, cpu(consumer.pid), EVENTS)}`);
      await consumer.stop();
      const [first] = await sql<{ at: number }[]>`
        select extract(epoch from min(received_at))::float8 as at from inbox_events where source_id = ${sourceId}`;
      const [kept] = await sql<
        { n: number }[]
      >`select count(*)::int as n from inbox_events where source_id = ${sourceId}`;
      if (kept?.n !== EVENTS) throw new Error(`${kept?.n} of ${EVENTS} events are in the inbox`);
      return now - (first?.at ?? now);
    }
    await sleep(total < EVENTS * 0.9 ? 100 : 10);
  }
}

async function peer(
  mode: string,
  limit: number,
  databaseUrl: string,
  brokers: string,
  topic: string,
  source: number,
) {
  const args = ['--mode', mode, '--brokers', brokers, '--topic', topic, '--dsn', databaseUrl];
  const numbers = ['--limit', String(limit), '--source', String(source), '--company', '1'];
  const script = join(root, 'bench/peers/consumer.py');
  const { stdout } = await promisify(execFile)(PYTHON, [script, ...args, ...numbers]);
  const { seconds, cpu } = JSON.parse(stdout) as { seconds: number; cpu: number };
  console.error(`  µs of the peer's own CPU per event: ${((cpu * 1e6) / limit).toFixed(1)}`);
  return seconds;
}

/**
 * A topic that is full. Keyed by abonent as RosDomofon's are, so that all of a conversation is in one partition. The
 * client is gone afterwards: kafkajs runs 900 timers per second for an idle connection.
 */
async function fill(brokers: string, topic: string, events: Event[]): Promise<void> {
  const kafka = new kafkajs.Kafka({ brokers: [brokers], logLevel: kafkajs.logLevel.NOTHING });
  const admin = kafka.admin();
  const producer = kafka.producer();
  try {
    await Promise.all([admin.connect(), producer.connect()]);
    await admin.createTopics({ topics: [{ topic, numPartitions: PARTITIONS }] });
    for (let from = 0; from < EVENTS; from += CHUNK)
      await producer.send({ topic, messages: events.slice(from, from + CHUNK) });
  } finally {
    await Promise.allSettled([producer.disconnect(), admin.disconnect()]);
  }
}

export async function ingest(rounds = 3): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'domovoy-bench-'));
  const dataDir = join(dir, 'postgres');
  // As in production: every commit waits for the disk.
  const settings = {
    synchronous_commit: 'on',
    fsync: 'on',
    shared_buffers: '2GB',
    max_wal_size: '8GB',
    checkpoint_timeout: '15min',
  };
  const server = await startPostgres({ dataDir, settings });
  const sandbox = await startSandboxProcess(join(dir, 'sandbox'), ['--any-group']);
  const { brokers } = sandbox.endpoints.kafka;
  const sql = postgres(server.url, { max: 2, onnotice() {} });
  await migrate(server.url);
  const rates = new Rates();
  const python = existsSync(PYTHON);
  if (!python)
    console.error(
      `no Python peer: python3 -m venv .cache/python/bench && .cache/python/bench/bin/pip install -r bench/peers/requirements.txt`,
    );
  const cpu = (consumer?: number) => cpuTimes({ consumer, broker: sandbox.pid }, dataDir);
  try {
    for (let round = 0; round <= rounds; round++) {
      const counted = round === 0 ? new Rates() : rates;
      console.error(round === 0 ? 'warm-up' : `round ${round} of ${rounds}`);
      for (const [i, shape] of SHAPES.entries()) {
        const company = `bench-${round}-${i}`;
        const topic = shape.topic(company);
        const events = Array.from({ length: EVENTS }, (_, n) => shape.event(round * EVENTS + n));
        await fill(brokers, topic, events);
        counted.add(`raw unnest loop, ${shape.name}`, EVENTS, await rawLoop(sql, events));
        const seconds = await consume(sql, server.url, brokers, company, topic, cpu);
        counted.add(`Domovoy, ${shape.name}`, EVENTS, seconds);
        if (!python || round === 0 || !topic.startsWith('MESSAGES')) continue;
        for (const [mode, limit] of PEERS) {
          const source = 1_000_000 + round * 1000 + i * 200 + mode.charCodeAt(0);
          const before = cpu();
          const peerSeconds = await peer(mode, limit, server.url, brokers, topic, source);
          console.error(`  the others' beside it: ${perEvent(before, cpu(), limit)}`);
          counted.add(`Python ${mode}, ${shape.name}`, limit, peerSeconds);
        }
      }
    }
  } finally {
    await sql.end();
    await sandbox.stop();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
  report(rates, python);
}

function report(rates: Rates, python: boolean): void {
  const ratio = (of: string, to: string, shape: string) =>
    rates.median(`${of}, ${shape}`) / rates.median(`${to}, ${shape}`);
  for (const { name } of SHAPES) {
    console.log(`\n${rates.line(`raw unnest loop, ${name}`)}\n${rates.line(`Domovoy, ${name}`)}`);
    const target = name.startsWith('sign-ups') ? 0.6 : 0.35;
    if (python && name.startsWith('messages'))
      for (const mode of ['batch', 'tuned', 'row', 'auto'])
        console.log(rates.line(`Python ${mode}, ${name}`));
    console.log(verdict('  share of the raw loop', ratio('Domovoy', 'raw unnest loop', name), target));
    if (!python || !name.startsWith('messages')) continue;
    console.log(verdict('  against Python in batches', ratio('Domovoy', 'Python batch', name), 3.5));
    console.log(verdict('  against Python row by row', ratio('Domovoy', 'Python row', name), 25));
  }
}
