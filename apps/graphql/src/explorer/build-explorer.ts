import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const app = fileURLToPath(new URL('../../', import.meta.url));
/** `npm run build` puts it there too. */
export const EXPLORER_FOLDER = join(app, 'dist/explorer-page');
const doneFile = join(EXPLORER_FOLDER, '.sources');

/** Sources run from a clone, where the page's are as well; what was built has its page beside it. */
const runsFromSource = import.meta.filename.endsWith('.ts');

/**
 * From source the page is built when somebody opens it for the first time, and again when its sources or docs/api have
 * changed: it takes seconds, which no start should cost. Resolves when the page is there; rejects when it cannot be made.
 */
export function createExplorerBuild(): () => Promise<void> {
  let building: Promise<void> | null = null;
  return () => {
    if (!runsFromSource || isDone()) return Promise.resolve();
    building ??= build().finally(() => {
      building = null;
    });
    return building;
  };
}

/** Nothing but its beginning is needed to know a page of another clone's state. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of ['explorer', 'explorer/src', '../../docs/api'].map((name) => join(app, name)))
    for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    ))
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(folder, entry.name)));
  return hash.update(readFileSync(join(app, '../../pnpm-lock.yaml'))).digest('hex');
}

function isDone(): boolean {
  try {
    return readFileSync(doneFile, 'utf8') === fingerprint();
  } catch {
    return false;
  }
}

async function build(): Promise<void> {
  const sources = fingerprint();
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', 'explorer'], {
    cwd: app,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`the explorer could not be built: ${said.join('').slice(0, 2_000)}`);
  writeFileSync(doneFile, sources);
}
