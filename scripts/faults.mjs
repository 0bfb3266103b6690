#!/usr/bin/env node
// The faults that are played in rounds, those of the sign-up workflow and those of a CRM, as often as is asked for, and a
// table of what came of them.
//   npm run faults -- --rounds 30 [--seed 1] [--fault 'inside settle'] [--of crm]
//   npm run faults -- --seed 1.7 --fault 'inside settle'      one run that failed, alone
// Each line of the report (.cache/faults.jsonl) is one run.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: given } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    fault: { type: 'string' },
    // The beginning of the name of the files: crm, crm/chat, sign-up.
    of: { type: 'string', multiple: true, default: ['sign-up', 'crm'] },
    report: { type: 'string', default: join(root, '.cache/faults.jsonl') },
  },
});

rmSync(given.report, { force: true });
mkdirSync(dirname(given.report), { recursive: true });
const named = given.fault === undefined ? [] : ['-t', literally(given.fault)];
const child = spawn(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'fault',
    ...given.of.map((name) => `faults/${name}`),
    ...named,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FAULT_ROUNDS: given.rounds, FAULT_SEED: given.seed, FAULT_REPORT: given.report },
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (code) => {
  print(readReport(given.report));
  process.exitCode = code ?? 1;
});

function literally(text) {
  return text.replaceAll(/[\\^$.|?+()[\]{}*]/g, '\\$&');
}

function readReport(file) {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse);
  } catch {
    return [];
  }
}

function print(runs) {
  const sum = (of, count) => of.reduce((total, run) => total + count(run), 0);
  const hasFailed = ({ lost, doubled, broken, error }) =>
    error !== null || lost.length + doubled.length + broken.length > 0;
  const rows = [...Map.groupBy(runs, ({ fault }) => fault)].map(([fault, of]) => [
    fault,
    of.length,
    sum(of, ({ signUps }) => signUps),
    sum(of, ({ messages }) => messages),
    sum(of, ({ lost }) => lost.length),
    sum(of, ({ doubled }) => doubled.length),
    sum(of, ({ broken }) => broken.length),
    sum(of, ({ flagged }) => flagged),
    sum(of, ({ ambiguous }) => ambiguous),
    sum(of, ({ repeats }) => repeats),
    of
      .filter(hasFailed)
      .map(({ seed }) => seed)
      .join(', '),
  ]);
  const head =
    'fault|runs|sign-ups|messages|lost|doubled|order broken|flagged|ambiguous|repeats|failed seeds'.split(
      '|',
    );
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log(['', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'));
}
