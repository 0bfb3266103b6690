import { execFile, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { USAGE } from './command-line.ts';
import { CALLS } from './control/calls/index.ts';
import { FAULT_KINDS } from './faults/fault.ts';
import { openTestSandbox, temporaryFolder } from './testing/test-sandbox.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the example runs as it stands there', async () => {
  using folder = temporaryFolder();
  const [, example = ''] = /```js\n([\s\S]+?)```/.exec(README) ?? [];
  const script = join(folder.path, 'example.mjs');
  // Outside the package its name is not known; nothing else is changed.
  writeFileSync(
    script,
    example.replace("'@domovoy/sandbox'", `'${new URL('index.ts', import.meta.url).href}'`),
  );
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@domovoy/source', script], {
    cwd: folder.path,
  });
  expect(stdout).toMatch(/^[0-9a-f-]{36} is in the Kafka at 127\.0\.0\.1:\d+\n$/);
});

const hasCurl = spawnSync('curl', ['--version']).status === 0;

test.skipIf(!hasCurl)(
  'the calls with curl run as they stand there, and do what is said of them',
  async () => {
    await using sandbox = await openTestSandbox();
    const { control, rosdomofon } = sandbox.endpoints;
    const [, calls = ''] = /```sh\n(# An operator signs in[\s\S]+?)```/.exec(README) ?? [];
    const { url, username, password } = rosdomofon;
    const addresses = `CONTROL='${control}'\nREST='${url}'\nNAME='${username}'\nPASSWORD='${password}'\n`;
    // `-e`: the first call that fails ends it.
    const { stdout } = await promisify(execFile)('sh', ['-e', '-c', `${addresses}${calls}`]);
    const said = [
      '[{"id":900000,',
      '"addressString":"Тула, ',
      '"status":"UNPROCESSED"',
      '"success":true',
      '"text":"Мастер едет"',
      '"message":"The service is out of order"',
      '"isBlocked":true',
      '"faults":[{"id":1,"kind":"error-after"}]',
      '"codes":[{"phone":79000000001,',
      '"openings":[]',
    ];
    for (const text of said) expect(stdout).toContain(text);
  },
);

const PORTAL = README.slice(README.indexOf('## The Bitrix24 portal'));

test('the example of the portal runs as it stands there', async () => {
  await using sandbox = await openTestSandbox();
  const [, example = ''] = /```js\n([\s\S]+?)```/.exec(PORTAL) ?? [];
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  await new AsyncFunction('sandbox', example)(sandbox);
  const { webhookUrl } = sandbox.endpoints.bitrix24;
  const contacts = await (await fetch(`${webhookUrl}crm.contact.list`)).json();
  expect(contacts).toMatchObject({ total: 1, result: [{ NAME: 'Иван' }] });
});

test.skipIf(!hasCurl)('the calls of the portal with curl run as they stand there', async () => {
  await using sandbox = await openTestSandbox();
  const calls = [...PORTAL.matchAll(/```sh\n([\s\S]+?)```/g)].map(([, text]) => text).join('');
  const script = `CONTROL='${sandbox.endpoints.control}'\n${calls.replaceAll('curl ', 'curl -fsS ')}`;
  const { stdout } = await promisify(execFile)('sh', ['-e', '-c', script]);
  for (const text of ['"answersAfterMs":1500', '"chats":[]', '"seed":"7"', '"events":[]'])
    expect(stdout).toContain(text);
});

test('the table of faults has every kind, and says of each whether the call is done', () => {
  for (const [kind, { when }] of Object.entries(FAULT_KINDS)) {
    const row = README.split('\n').find((line) => line.startsWith(`| \`${kind}\` |`)) ?? '';
    expect([kind, /yes/.test(row.split('|')[2] ?? '')]).toEqual([
      kind,
      when === 'after' || kind === 'latency',
    ]);
  }
});

test('the table of calls has every call with every field', () => {
  for (const { method, path, accepted } of CALLS) {
    const row = README.split('\n').find((line) => line.startsWith(`| \`${method} ${path}\` |`));
    const fields = [...(row?.split('|')[2] ?? '').matchAll(/`(\w+)`/g)].map(([, field]) => field);
    expect(fields).toEqual(Object.keys(accepted));
  }
});

test('the table of options has every option of the command line', () => {
  for (const [option] of USAGE.matchAll(/--[a-z-]+/g))
    if (option !== '--help')
      expect(README).toContain(`\`${option}`.replace('`--json', 'domovoy-sandbox --json'));
});
