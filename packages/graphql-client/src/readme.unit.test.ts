import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import * as client from './index.ts';

// That its example also runs against `npm start` is a test of apps/cli (dev.integration.test.ts).

const run = promisify(execFile);
const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [, EXAMPLE = ''] = /```ts\n([\s\S]+?)```/.exec(README) ?? [];
/** In the package, so that its name leads to itself. */
const folder = fileURLToPath(new URL(`../.cache/readme-${process.pid}/`, import.meta.url));
const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function compiled(code: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}example.ts`, code);
  const compilerOptions = { noEmit: true, lib: ['es2024', 'dom', 'dom.iterable'] };
  const config = { extends: '../../../../tsconfig.base.json', compilerOptions, include: ['*.ts'] };
  writeFileSync(`${folder}tsconfig.json`, JSON.stringify(config));
  const { stdout } = await run(process.execPath, [tsc, '-p', folder]).catch(
    (error: { stdout: string }) => error,
  );
  return stdout;
}

test('the example of the README compiles', async () => {
  expect(EXAMPLE).toContain('createDomovoyClient');
  expect(await compiled(EXAMPLE)).toBe('');
  // The control: a field that the API has not is noticed.
  expect(await compiled(EXAMPLE.replace('const { id, version }', 'const { id, weight }'))).toContain(
    'weight',
  );
});

test('every error that the README lists is exported', () => {
  const errors = README.split('## Errors')[1] ?? '';
  const names = [...errors.matchAll(/^\| `(\w+Error)`/gm)].map(([, name = '']) => name);
  expect(names).toContain('ApiError');
  for (const name of names) expect(client).toHaveProperty(name);
});
