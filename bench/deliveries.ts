// claim → no-op → settle, by the real engine in a process of its own, with attempts recorded and the order of each subject
// intact, beside graphile-worker with its local queue, which keeps neither. One run, rounds interleaved; the first round
// warms up and does not count. Then: from enqueuing to the beginning of the attempt, on an idle system.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  enqueueDeliveries,
  ensureCompany,
  ensureEnvironmentIntegration,
  migrate,
  type NewDelivery,
  notifyDeliveries,
  openStore,
  pauseDeliveryTarget,
  resumeDeliveryTarget,
  type Store,
} from '@domovoy/store';
import { startPostgres } from '@domovoy/testkit/postgres';
import { startProgram } from './harness/app.ts';
import { CpuPerEvent } from './harness/cpu-per-event.ts';
import { percentile, Rates, verdict } from './harness/figures.ts';

interface Shape {
  readonly name: string;
  readonly count: number;
  readonly subjects: number;
  /** `shaky` ones fail in a tenth of their attempts, and are to be tried again in 20 ms. */
  readonly about: 'shaky' | 'sound';
}

const SHAPES: readonly Shape[] = [
  { name: '500 subjects, 10 % failing', count: 30_000, subjects: 500, about: 'shaky' },
  { name: '50 subjects, 10 % failing', count: 15_000, subjects: 50, about: 'shaky' },
  { name: '500 subjects, nothing failing', count: 30_000, subjects: 500, about: 'sound' },
];
const PEERS = [
  { name: 'graphile-worker, local queue, no order', jobs: 30_000, queues: 0 },
  { name: 'graphile-worker, 500 queues in order', jobs: 3_000, queues: 500 },
];
const SAMPLES = 400;

interface Target {
  readonly companyId: bigint;
  readonly integrationId: bigint;
}

const toDeliver = (target: Target, about: string, key: string): NewDelivery => ({
  ...target,
  kind: 'test.persist',
  subject: about,
  dedupeKey: key,
  payload: { key, about },
  maxAttempts: 1_000,
});

async function fill(store: Store, target: Target, { count, subjects, about }: Shape): Promise<void> {
  await store.run('truncate deliveries, delivery_attempts, changes', []);
  // Mixed, and the same in every round.
  const subjectOf = (n: number) => (Math.imul(n, 2_654_435_761) >>> 8) % subjects;
  for (let from = 0; from < count; from += 500) {
    const numbers = Array.from({ length: Math.min(500, count - from) }, (_, at) => from + at);
    await enqueueDeliveries(
      store,
      numbers.map((n) => toDeliver(target, `${about}:${subjectOf(n)}`, String(n))),
    );
  }
  await store.run('vacuum analyze deliveries', []);
}

/** Seconds from the moment when sending is allowed until everything is delivered. */
async function drain(
  store: Store,
  target: Target,
  shape: Shape,
  measured: (work: () => Promise<void>) => Promise<void>,
): Promise<number> {
  await pauseDeliveryTarget(store, { ...target, actor: 'bench', reason: null });
  await fill(store, target, shape);
  let seconds = 0;
  await measured(async () => {
    seconds = await untilDrained(store, target);
  });
  await check(store, shape);
  return seconds;
}

async function untilDrained(store: Store, target: Target): Promise<number> {
  const started = performance.now();
  await resumeDeliveryTarget(store, target);
  await notifyDeliveries(store, [target.integrationId]);
  for (;;) {
    await sleep(20);
    // One index probe: looking costs the measured database nothing.
    const [open] = await store.run<{ left: boolean }>(
      `select exists (select from deliveries where integration_id = $1 and state in ('pending', 'leased')) as left`,
      [target.integrationId],
    );
    if (open?.left === false) return (performance.now() - started) / 1_000;
  }
}

/** Each delivered once, each attempt recorded, none out of order: that one would have been ambiguous. */
async function check(store: Store, { count, about }: Shape): Promise<void> {
  const rows = await store.run<{ outcome: string; n: number }>(
    'select outcome, count(*)::int as n from delivery_attempts group by outcome',
    [],
  );
  const {
    delivered = 0,
    retry = 0,
    ...others
  } = Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]));
  const share = retry / (retry + delivered);
  const isAsMeant = about === 'sound' ? retry === 0 : Math.abs(share - 0.1) < 0.02;
  if (delivered !== count || !isAsMeant || Object.keys(others).length > 0)
    throw new Error(`not what was meant: ${JSON.stringify(rows)}`);
}

async function peerRound(peer: ChildProcess, jobs: number, queues: number): Promise<number> {
  peer.send({ jobs, queues });
  const [{ seconds }] = (await once(peer, 'message')) as [{ seconds: number }];
  return seconds;
}

interface Latencies {
  /** Until the handler is called, in ms: since before the call that enqueues, and since its commit. */
  readonly sinceCall: number[];
  readonly sinceCommit: number[];
}

/** One delivery at a time. */
async function latencies(store: Store, target: Target, worker: ChildProcess): Promise<Latencies> {
  const started = new Map<string, (ns: bigint) => void>();
  worker.on('message', ({ key, startedNs }: { key: string; startedNs: string }) =>
    started.get(key)?.(BigInt(startedNs)),
  );
  const [sinceCall, sinceCommit]: [number[], number[]] = [[], []];
  for (let n = 0; n < SAMPLES + 50; n++) {
    const key = `latency ${n}`;
    const beginning = new Promise<bigint>((resolve) => started.set(key, resolve));
    await sleep(10 + Math.random() * 20);
    const before = process.hrtime.bigint();
    await enqueueDeliveries(store, [toDeliver(target, `about ${n % 50}`, key)]);
    const committed = process.hrtime.bigint();
    await notifyDeliveries(store, [target.integrationId]);
    const began = await beginning;
    if (n < 50) continue;
    sinceCall.push(Number(began - before) / 1e6);
    sinceCommit.push(Number(began - committed) / 1e6);
  }
  return { sinceCall, sinceCommit };
}

/** The engine with handlers that do nothing, until it owns the integration. */
async function startEngine(databaseUrl: string, store: Store, options: object) {
  const engine = startProgram('apps/consumer/src/deliveries/testing/worker-process.ts', {
    args: [JSON.stringify({ databaseUrl, effectsUrl: null, logLevel: 'error', ...options })],
  });
  for (;;) {
    const [owned] = await store.run<{ n: number }>(
      'select count(*)::int as n from integrations i join workers w on w.id = i.owner and w.lease_until > now()',
      [],
    );
    if (owned?.n === 1) return engine;
    await sleep(50);
  }
}

export async function deliveries(rounds = 3): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'domovoy-bench-'));
  const server = await startPostgres({
    dataDir: join(dir, 'postgres'),
    // As in production: every commit waits for the disk.
    settings: {
      synchronous_commit: 'on',
      fsync: 'on',
      shared_buffers: '2GB',
      max_wal_size: '8GB',
      checkpoint_timeout: '15min',
    },
  });
  await migrate(server.url);
  const store = openStore(server.url, {
    applicationName: 'bench',
    maxConnections: 2,
    statementTimeoutMs: 60_000,
  });
  const { id: companyId } = await ensureCompany(store.db, { shortName: 'bench', name: 'bench' });
  const integration = await ensureEnvironmentIntegration(store.db, { companyId, config: {} });
  const target = { companyId, integrationId: integration.id };
  const peer = startProgram('bench/peers/graphile-worker.ts', { args: [server.url] });
  await once(peer, 'message');
  const cpu = new CpuPerEvent(server.pid);
  const rates = new Rates();
  try {
    const settings = { concurrency: 64, maxClaimed: 200 };
    const engine = await startEngine(server.url, store, { failing: 0.1, settings });
    for (let round = 0; round <= rounds; round++) {
      const counted = round === 0 ? new Rates() : rates;
      console.error(round === 0 ? 'warm-up' : `round ${round} of ${rounds}`);
      for (const shape of SHAPES) {
        const name = `Domovoy, ${shape.name}`;
        const seconds = await drain(store, target, shape, async (work) => {
          const measure = cpu.begin(engine.pid ?? 0);
          await work();
          if (round > 0) measure(name, shape.count);
        });
        counted.add(name, shape.count, seconds);
      }
      for (const { name, jobs, queues } of PEERS) {
        const measure = cpu.begin(peer.pid ?? 0);
        counted.add(name, jobs, await peerRound(peer, jobs, queues));
        if (round > 0) measure(name, jobs);
      }
    }
    await engine.stop();
    report(rates, cpu);
    const telling = await startEngine(server.url, store, { isTelling: true });
    const { sinceCall, sinceCommit } = await latencies(store, target, telling);
    await telling.stop();
    console.log(`\nenqueued → begun, idle, ${sinceCall.length} deliveries`);
    for (const [from, samples] of [
      ['the call', sinceCall],
      ['its commit', sinceCommit],
    ] as const) {
      console.log(verdict(`  from ${from}, p50, ms`, percentile(samples, 0.5), 3, true));
      console.log(verdict(`  from ${from}, p99, ms`, percentile(samples, 0.99), 20, true));
    }
  } finally {
    await peer.stop();
    await store[Symbol.asyncDispose]();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

function report(rates: Rates, cpu: CpuPerEvent): void {
  const names = [...SHAPES.map(({ name }) => `Domovoy, ${name}`), ...PEERS.map(({ name }) => name)];
  for (const name of names) console.log(`${rates.line(name)}   ${cpu.line(name)}`);
  const [first = '', second = ''] = names;
  console.log(verdict('  500 subjects, per second', rates.median(first), 12_000));
  console.log(verdict('  50 subjects, per second', rates.median(second), 9_000));
  const peer = rates.median(PEERS[0]?.name ?? '');
  for (const name of names.slice(0, SHAPES.length))
    console.log(`  ${name}: ${(rates.median(name) / peer).toFixed(2)} × graphile-worker's local queue`);
}
