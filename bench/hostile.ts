// Documents that are made to keep the API busy: how long until each is refused, before anything is executed.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './harness/app.ts';
import { percentile, verdict } from './harness/figures.ts';

const PROGRAM = 'apps/graphql/src/testing/measure-hostile.ts';
/** A document that is an enemy has to cost less than a good one. */
const WANTED_MS = 5;

interface Sample {
  readonly name: string;
  readonly milliseconds: readonly number[];
}

export async function hostile(rounds = 50): Promise<void> {
  const args = ['--conditions=@domovoy/source', join(root, PROGRAM), String(rounds)];
  const output = execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 100_000_000 });
  const samples: readonly Sample[] = JSON.parse(output);
  for (const { name, milliseconds } of samples)
    console.log(verdict(name.slice(0, 52), percentile(milliseconds, 0.99), WANTED_MS, true));
  const all = samples.flatMap(({ milliseconds }) => milliseconds);
  console.log(
    `${samples.length} documents, ${rounds} batches of ten each; ms of CPU, p50 ${percentile(all, 0.5).toFixed(2)}`,
  );
  console.log(verdict('all hostile documents, ms of CPU, p99', percentile(all, 0.99), WANTED_MS, true));
}
