#!/usr/bin/env node
// Starts what `npm run build` has made as the image runs it (the commands of docker-compose.yml), on a real Postgres and the
// sandbox's Kafka, until each process says that it is ready; then stops it, which has to end with 0. The tests run from the
// sources: a build that lacks a file, or a dependency that is only there for development, shows here.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PATIENCE_MS = 60_000;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'domovoy-built-'));
/** Whatever happens, nothing is left running. */
const children = new Set();

const compose = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const commands = [...compose.matchAll(/^ +command: node (\S+)(.*)$/gm)].map(([, path, rest]) => ({
  path,
  args: rest.trim().split(' ').filter(Boolean),
}));
if (commands.length < 4)
  throw new Error(`docker-compose.yml has ${commands.length} commands that can be read`);

try {
  const postgres = start('packages/testkit/src/postgres/main.ts', [join(folder, 'postgres')], {}, [
    '--conditions=@domovoy/source',
  ]);
  const sandbox = start('packages/sandbox/dist/main.js', [
    '--data',
    join(folder, 'sandbox'),
    '--accounts',
    '5',
    '--json',
  ]);
  const [databaseUrl, endpoints] = await inTime(
    'what is outside',
    Promise.all([postgres.firstLine, sandbox.firstLine]),
  );
  const { kafka, companyShortName } = JSON.parse(endpoints);
  const env = {
    DATABASE_URL: databaseUrl,
    KAFKA_BROKERS: kafka.brokers,
    KAFKA_GROUP_ID: kafka.groupId,
    COMPANY_SHORT_NAME: companyShortName,
    HOST: '127.0.0.1',
    PORT: '0',
    HEALTH_PORT: '0',
    EXPLORER: 'true',
    NODE_ENV: 'production',
  };
  for (const { path, args } of commands) await check(path, args, env);
  for (const one of [sandbox, postgres]) await inTime('what is outside stops', one.stop());
} finally {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

async function check(path, args, env) {
  const program = start(path, args, env);
  if (args.length > 0) {
    const code = await inTime(`${path} ${args.join(' ')} ends`, program.exited, program);
    if (code !== 0) throw new Error(`${path} ${args.join(' ')} ended with ${code}\n${program.said()}`);
  } else {
    const url = await inTime(`${path} listens`, program.url, program);
    await until(`${path} is ready`, program, async () => (await fetch(new URL('/readyz', url))).ok);
    if (path.includes('graphql')) await checkExplorer(url);
    const code = await inTime(`${path} stops`, program.stop(), program);
    if (code !== 0) throw new Error(`${path} was stopped and ended with ${code}\n${program.said()}`);
  }
  console.log(`${path} ${args.join(' ')}: started from what was built, and ended with 0`);
}

/** The page of the explorer and its script are files of the build. */
async function checkExplorer(url) {
  const page = await fetch(new URL('/explorer/', url));
  const script = /src="(\.\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
  const answer = script === undefined ? null : await fetch(new URL(`/explorer/${script}`, url));
  if (!answer?.ok) throw new Error(`the explorer's page is not in what was built: ${page.status}, ${script}`);
}

function start(path, args = [], env = {}, options = []) {
  const child = spawn(process.execPath, [...options, join(root, path), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  const lines = [];
  const first = Promise.withResolvers();
  const url = Promise.withResolvers();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (stream === child.stdout) first.resolve(line);
      const listening = /"event":"listening".*?"(http:[^"]+)"/.exec(line);
      if (listening) url.resolve(listening[1]);
    });
  const said = () => lines.slice(-20).join('\n');
  const exited = once(child, 'exit').then(([code, signal]) => {
    children.delete(child);
    const ended = new Error(`${path} ended with ${code ?? signal}\n${said()}`);
    for (const waiting of [first, url]) {
      waiting.promise.catch(() => {});
      waiting.reject(ended);
    }
    return code ?? signal;
  });
  const stop = () => {
    child.kill('SIGTERM');
    return exited;
  };
  return { child, firstLine: first.promise, url: url.promise, exited, stop, said };
}

async function until(what, program, isSo) {
  for (const started = performance.now(); performance.now() - started < PATIENCE_MS; await pause(100)) {
    if (program.child.exitCode !== null) break;
    if (await isSo().catch(() => false)) return;
  }
  throw tooLate(what, program);
}

/** What hangs is a failure, and holds nobody. */
function inTime(what, promise, program) {
  const late = pause(PATIENCE_MS, undefined, { ref: false }).then(() => {
    throw tooLate(what, program);
  });
  return Promise.race([promise, late]);
}

function tooLate(what, program) {
  return new Error(`not so within ${PATIENCE_MS / 1_000} s: ${what}\n${program?.said() ?? ''}`);
}
