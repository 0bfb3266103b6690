import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as sdk from '../index.ts';
import { createFakeRosDomofon } from '../testing/index.ts';
import { openTestSandbox, type TestSandbox } from './testing/test-sandbox.ts';

const run = promisify(execFile);
const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const EXAMPLES = [...README.matchAll(/```ts\n([\s\S]+?)```/g)].map(([, code = '']) => code);
/** In the package, so that its name leads to itself. */
const folder = fileURLToPath(new URL(`../../.cache/readme-${process.pid}/`, import.meta.url));
const tsc = fileURLToPath(new URL('../../../../node_modules/typescript/bin/tsc', import.meta.url));
const rows = (heading: string) =>
  (README.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('|---'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .slice(1);
const namesIn = (text = '') => [...text.matchAll(/`([\w.:]+)`/g)].map(([, name = '']) => name);

let sandbox: TestSandbox;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  sandbox = await openTestSandbox({ accounts: 30 });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await sandbox[Symbol.asyncDispose]();
});

test('every example compiles', async () => {
  const prelude =
    "import type { RosDomofon } from '@domovoy/rosdomofon-sdk';\ndeclare const rosdomofon: RosDomofon;\n";
  for (const [index, code] of EXAMPLES.entries())
    writeFileSync(
      `${folder}example-${index}.ts`,
      code.includes('const rosdomofon') ? code : `${prelude}${code}export {};`,
    );
  const config = {
    extends: '../../../../tsconfig.base.json',
    compilerOptions: { noEmit: true },
    include: ['*.ts'],
  };
  writeFileSync(`${folder}tsconfig.json`, JSON.stringify(config));
  const { stdout } = await run(process.execPath, [tsc, '-p', folder]).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout).toBe('');
  expect(EXAMPLES.length).toBeGreaterThan(5);
});

test('the first one runs as it stands there', async () => {
  const { url, username, password } = sandbox.endpoints.rosdomofon;
  const options = `{ baseUrl: ${JSON.stringify(url)}, username: ${JSON.stringify(username)}, password: ${JSON.stringify(password)} }`;
  const code = EXAMPLES[0]?.replace("{ username: 'operator', password: 'secret' }", options) ?? '';
  expect(code).toContain(url);
  writeFileSync(`${folder}first.ts`, code);
  const { stdout } = await run(process.execPath, ['--conditions=@domovoy/source', `${folder}first.ts`]);
  expect(stdout).toMatch(/^\d+ accounts are blocked\n/);
});

describe('the table', () => {
  const { client } = createFakeRosDomofon();
  const methods = Object.entries(client).flatMap(([resource, calls]) =>
    typeof calls === 'object' ? Object.keys(calls).map((call) => `${resource}.${call}`) : [],
  );

  test('of calls has every method', () => {
    const named = rows('Calls').flatMap(([, cell]) => namesIn(cell));
    expect(named.toSorted()).toEqual(methods.toSorted());
  });

  test('of the Python client names methods that there are', () => {
    const table = rows('Coming from the Python client');
    const ours = table.flatMap(([, , cell]) => namesIn(cell)).filter((name) => name.includes('.'));
    expect(table.length).toBeGreaterThan(20);
    expect(ours.filter((name) => !methods.includes(name))).toEqual([]);
  });

  test('of errors has every class, with its code', () => {
    const listed = rows('Errors').flatMap(([, name]) => namesIn(name));
    const classes = Object.keys(sdk).filter((name) => name.endsWith('Error') && name !== 'RosDomofonError');
    expect(new Set(listed)).toEqual(new Set(classes));
    const codes = rows('Errors').flatMap(([, , code]) => namesIn(code));
    const source = readFileSync(new URL('../errors.ts', import.meta.url), 'utf8');
    const used = [...source.matchAll(/code: '(ROSDOMOFON_\w+)'/g)].map(([, code]) => code);
    expect(new Set(codes)).toEqual(new Set(used));
  });

  test('of diagnostics has every channel', () => {
    expect(rows('Diagnostics').flatMap(([, name]) => namesIn(name))).toEqual(Object.values(sdk.CHANNELS));
  });

  test('of options has every option', () => {
    const listed = rows('Options').flatMap(([, name]) => namesIn(name));
    const wrong = Object.fromEntries(listed.map((name) => [name, Symbol(name)]));
    const told = (() => {
      try {
        return sdk.createRosDomofon({ ...wrong, unheardOf: 1 } as never);
      } catch (error) {
        return String(error);
      }
    })();
    for (const name of listed) expect(told).toContain(`${name}: `);
    expect(told).toMatch(/Unrecognized key: "unheardOf"$/);
  });
});
