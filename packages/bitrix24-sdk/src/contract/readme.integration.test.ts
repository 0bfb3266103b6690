import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as sdk from '../index.ts';
import { createFakeBitrix24 } from '../testing/index.ts';
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
const makesItsOwn = (code: string) => code.includes('const bitrix24');

let sandbox: TestSandbox;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  sandbox = await openTestSandbox();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await sandbox[Symbol.asyncDispose]();
});

test('every example compiles', { timeout: 180_000 }, async () => {
  const prelude =
    "import type { Bitrix24 } from '@domovoy/bitrix24-sdk';\ndeclare const bitrix24: Bitrix24;\n";
  for (const [index, code] of EXAMPLES.entries())
    writeFileSync(`${folder}example-${index}.ts`, makesItsOwn(code) ? code : `${prelude}${code}export {};`);
  const config = {
    extends: '../../../../tsconfig.base.json',
    compilerOptions: { noEmit: true },
    include: ['example-*.ts'],
  };
  writeFileSync(`${folder}tsconfig.json`, JSON.stringify(config));
  const { stdout } = await run(process.execPath, [tsc, '-p', folder]).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout).toBe('');
  expect(EXAMPLES.length).toBeGreaterThan(10);
});

/** Each by itself, with a client of the sandbox's portal in front, and a call of what it exports behind it. */
async function runExamples(auth: string, chosen: (code: string) => boolean, after = ''): Promise<string> {
  const prelude = `import * as sdk from '@domovoy/bitrix24-sdk';\nconst bitrix24 = sdk.createBitrix24({ auth: ${auth} });\n`;
  const examples = EXAMPLES.filter((code) => !makesItsOwn(code) && chosen(code));
  expect(examples.length).toBeGreaterThan(0);
  let output = '';
  for (const [index, code] of examples.entries()) {
    const file = `${folder}run-${index}.ts`;
    writeFileSync(file, `${prelude}${code}\n${after}\nawait bitrix24.close();`);
    output += (await run(process.execPath, ['--conditions=@domovoy/source', file])).stdout;
  }
  return output;
}

test('the first one runs as it stands there', async () => {
  const code = EXAMPLES[0]?.replace('https://portal.bitrix24.ru/rest/1/code/', sandbox.webhookUrl) ?? '';
  expect(code).toContain(sandbox.webhookUrl);
  writeFileSync(`${folder}first.ts`, code);
  const { stdout } = await run(process.execPath, ['--conditions=@domovoy/source', `${folder}first.ts`]);
  expect(stdout).toMatch(/^Nobody has this phone\nDeal \d+ is in stage NEW\n\d+ contacts\n$/);
});

test('the others run too, as far as they need nothing that is only declared', async () => {
  const isWhole = (code: string) => !/^(declare|export) /m.test(code);
  const output = await runExamples(`sdk.webhookAuth('${sandbox.webhookUrl}')`, isWhole);
  expect(output).toMatch(/crm\.item\.add/);
  const { rows: added } = await sandbox
    .byWebhook()
    .deals.list({ select: ['title'], filter: { '=originatorId': 'hub', '@originId': ['1', '2', '43'] } });
  expect(new Set(added.map(({ title }) => title))).toEqual(new Set(['Вторая', 'Заявка 43', 'Первая']));
});

test('a question reaches the open line, and its answer comes back as text', async () => {
  const event = {
    event: 'ONIMCONNECTORMESSAGEADD',
    'data[CONNECTOR]': 'hub',
    'data[LINE]': 'LINE',
    'data[MESSAGES][0][im][chat_id]': '1',
    'data[MESSAGES][0][im][message_id]': '2',
    'data[MESSAGES][0][message][text]': '[b]Анна:[/b] [br]Мастер придёт[br]в 18:00',
    'data[MESSAGES][0][chat][id]': 'abonent-7',
  };
  const { clientId, clientSecret } = sandbox.application;
  const tokens = `sdk.createMemoryTokenStore(${JSON.stringify(await sandbox.authorise())})`;
  const output = await runExamples(
    `sdk.oauthAuth({ clientId: '${clientId}', clientSecret: '${clientSecret}', tokens: ${tokens} })`,
    (code) => code.includes('export async function ask'),
    `const line = await open('https://hub.example.test');
await ask(line, { id: 7, name: 'Иван кв. 12', flat: '12' }, 'Когда придёт [b]мастер[/b]?');
await reply(${JSON.stringify(new URLSearchParams(event).toString())}.replace('=LINE', \`=\${line}\`));`,
  );
  expect(output).toBe('abonent-7 Анна Мастер придёт\nв 18:00\n');
});

describe('the table', () => {
  const { client } = createFakeBitrix24();
  const methods = Object.entries(client).flatMap(([resource, calls]) =>
    typeof calls === 'object' ? Object.keys(calls).map((call) => `${resource}.${call}`) : [],
  );

  test('of calls has every method', () => {
    const named = rows('Calls').flatMap(([, cell]) => namesIn(cell));
    expect(named.toSorted()).toEqual(methods.toSorted());
  });

  test('of errors has every class, with its code', () => {
    const listed = rows('Errors').flatMap(([, name]) => namesIn(name));
    const classes = Object.keys(sdk).filter((name) => name.endsWith('Error') && name !== 'Bitrix24Error');
    expect(new Set(listed)).toEqual(new Set(classes));
    const codes = rows('Errors').flatMap(([, , code]) => namesIn(code));
    const source = ['../errors.ts', '../events/event-errors.ts']
      .map((path) => readFileSync(new URL(path, import.meta.url), 'utf8'))
      .join('\n');
    const used = [...source.matchAll(/code: '(BITRIX24_\w+)'/g)].map(([, code]) => code);
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
        return sdk.createBitrix24({ ...wrong, unheardOf: 1 } as never);
      } catch (error) {
        return String(error);
      }
    })();
    for (const name of listed) expect(told).toMatch(new RegExp(`\\b${name}(\\.\\w+)?: `));
    expect(told).toMatch(/Unrecognized key: "unheardOf"$/);
  });
});
