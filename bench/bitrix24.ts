// All contacts of a portal read by our SDK and by b24jssdk, each in a process of its own, through TLS, in one run: rows
// per second and peak memory without the portal's limits; with them, how near to its ceiling; and how many HTTP requests
// a sign-up costs when many wait. The portal is the sandbox's.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxEndpoints } from '@domovoy/sandbox';
import { makeServerCertificate } from '@domovoy/testkit/kafka';
import { startProgram } from './harness/app.ts';
import { median, verdict } from './harness/figures.ts';

const CONTACTS = 100_000;
const ROUNDS = 3;
const WANTED_RATIO = 5;
/** The portal's own: 2 requests a second, 2,500 rows each. */
const CEILING = 5_000;

interface Reading {
  rows: number;
  seconds: number;
  peakMegabytes: number;
  idleMegabytes: number;
  over: number[];
  cpuSeconds: number;
}

export async function bitrix24(contacts = CONTACTS): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'domovoy-bench-bitrix24-'));
  const { ca, key, cert } = await makeServerCertificate(join(data, 'tls'));
  for (const [name, pem] of Object.entries({ ca, key, cert })) writeFileSync(join(data, `${name}.pem`), pem);
  const portal = startProgram('bench/programs/portal.ts', { args: [data, String(contacts)] });
  try {
    const [endpoints] = (await once(portal, 'message')) as [SandboxEndpoints];
    const bench = { endpoints, env: { NODE_EXTRA_CA_CERTS: join(data, 'ca.pem') } };
    await withoutLimits(bench, contacts);
    await withLimits(bench, contacts);
    await signUps(bench);
  } finally {
    await portal.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

interface Bench {
  endpoints: SandboxEndpoints;
  env: Record<string, string>;
}

async function read(
  { endpoints, env }: Bench,
  contestant: string,
  limits: 'on' | 'off',
  until = 0,
): Promise<Reading> {
  const args = [contestant, endpoints.bitrix24.webhookUrl, limits, String(until)];
  return run<Reading>('peers/read-contacts.ts', args, env);
}

async function withoutLimits(bench: Bench, contacts: number): Promise<void> {
  console.log(`\n${contacts.toLocaleString('en')} contacts, without limits, ${ROUNDS} rounds`);
  const contestants = ['ours', 'fetchList', 'callList'];
  const readings = new Map<string, Reading[]>(contestants.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const name of contestants) {
      const reading = await read(bench, name, 'off');
      if (reading.rows !== contacts) throw new Error(`${name} read ${reading.rows} contacts`);
      readings.get(name)?.push(reading);
    }
  const rate = (name: string) =>
    median((readings.get(name) ?? []).map(({ rows, seconds }) => rows / seconds));
  for (const name of contestants) {
    const all = readings.get(name) ?? [];
    const added = all.map(({ peakMegabytes, idleMegabytes }) => peakMegabytes - idleMegabytes);
    console.log(
      `${name.padEnd(10)} ${Math.round(rate(name)).toLocaleString('en').padStart(8)} rows/s   CPU ${median(all.map(({ cpuSeconds }) => cpuSeconds)).toFixed(1)} s   peak ${median(all.map(({ peakMegabytes }) => peakMegabytes)).toFixed(0)} MB, ${median(added).toFixed(0)} above the start   over time ${all.at(-1)?.over.join(' ')}`,
    );
  }
  for (const peer of ['fetchList', 'callList'])
    console.log(verdict(`rows/s against b24jssdk's ${peer}`, rate('ours') / rate(peer), WANTED_RATIO));
}

async function withLimits(bench: Bench, contacts: number): Promise<void> {
  console.log('\nwith the limits of a portal: 50 requests, then 2 a second');
  await control(bench, 'POST /bitrix24/behaviour', { limits: 'on' });
  for (const [name, until] of [
    ['ours', 0],
    ['fetchList', 5_000],
  ] as const) {
    await control(bench, 'POST /bitrix24/limits/reset');
    const before = await usage(bench);
    const reading = await read(bench, name, 'on', until);
    const after = await usage(bench);
    const refused = after.refusedByRate - before.refusedByRate;
    console.log(
      `${name}: ${reading.rows.toLocaleString('en')} of ${contacts.toLocaleString('en')} contacts in ${reading.seconds.toFixed(1)} s, ${Math.round(reading.rows / reading.seconds).toLocaleString('en')} rows/s, ${after.requests - before.requests} requests, the burst of 45 before it among them, ${refused} refused`,
    );
    if (name === 'ours')
      console.log(
        verdict('share of the ceiling of 5,000 rows/s', reading.rows / reading.seconds / CEILING, 0.9),
      );
  }
}

/** What a program tells before it ends by itself. */
async function run<Told>(path: string, args: string[], more: Record<string, string>): Promise<Told> {
  // oxlint-disable-next-line node/no-process-env -- a child needs the PATH of this process
  const env = { ...process.env, ...more };
  const execArgv = ['--conditions=@domovoy/source'];
  const child = fork(new URL(path, import.meta.url), args, { execArgv, env });
  let told: unknown;
  child.on('message', (message) => {
    told = message;
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${path} has failed`);
  return told as Told;
}

interface Usage {
  requests: number;
  refusedByRate: number;
  refusedByOperatingTime: number;
  commands: number;
}
const usage = (bench: Bench) => control<Usage>(bench, 'GET /bitrix24/usage');

async function signUps(bench: Bench): Promise<void> {
  const count = 2_000;
  console.log(
    `\n${count.toLocaleString('en')} sign-ups as contact, deal and comment, all waiting; limits of requests on, of operating time off`,
  );
  await control(bench, 'POST /bitrix24/behaviour', { limits: 'on', operatingLimitS: 1_000_000 });
  await control(bench, 'POST /bitrix24/limits/reset');
  const before = await usage(bench);
  const args = [bench.endpoints.bitrix24.webhookUrl, String(count)];
  const { seconds } = await run<{ seconds: number }>('programs/mirror-sign-ups.ts', args, bench.env);
  const after = await usage(bench);
  const requests = after.requests - before.requests;
  const refused = after.refusedByRate - before.refusedByRate;
  console.log(`${requests} requests in ${seconds.toFixed(0)} s, ${refused} refused`);
  console.log(verdict('HTTP requests per sign-up', requests / count, 0.2, true));
  console.log(verdict('share of the rate that is used', requests / (50 + 2 * seconds), 0.9));
  console.log(verdict('share of requests that are refused', refused / requests, 0.01, true));
}

async function control<Answer>({ endpoints }: Bench, call: string, body?: object): Promise<Answer> {
  const [method = '', path = ''] = call.split(' ');
  const response = await fetch(`${endpoints.control}${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${call}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}
