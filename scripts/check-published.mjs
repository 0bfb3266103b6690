#!/usr/bin/env node
// Installs the published packages, packed as a registry would get them, into an empty project with npm, compiles a
// strict TypeScript program against their types (published/try.ts) and runs it. Needs `npm run build` before.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const published = readdirSync(join(root, 'packages')).filter(
  (name) => readJson(join(root, 'packages', name, 'package.json')).private !== true,
);

const project = mkdtempSync(join(tmpdir(), 'domovoy-empty-project-'));
const run = (command, args, cwd = project) => execFileSync(command, args, { cwd, stdio: 'inherit' });
try {
  for (const name of published)
    run('pnpm', ['pack', '--pack-destination', project], join(root, 'packages', name));
  const tarballs = readdirSync(project).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const installed = (name) => `${name}@${readJson(join(root, 'node_modules', name, 'package.json')).version}`;
  const compilers = ['typescript', '@types/node'].map(installed);
  run('npm', ['install', '--no-audit', '--no-fund', ...compilers, ...tarballs.map((name) => `./${name}`)]);

  copyFileSync(join(root, 'scripts/published/try.ts'), join(project, 'try.ts'));
  const strict = ['--strict', '--module', 'nodenext', '--target', 'es2024', '--types', 'node'];
  run(process.execPath, ['node_modules/typescript/bin/tsc', ...strict, 'try.ts']);
  run(process.execPath, ['try.js']);
  console.log(`${published.join(', ')}: packed, installed, compiled against and run in an empty project`);
} finally {
  rmSync(project, { recursive: true, force: true });
}
