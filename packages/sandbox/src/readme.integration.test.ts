import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { USAGE } from './command-line.ts';
import { CALLS } from './control/calls/index.ts';
import { temporaryFolder } from './testing/test-sandbox.ts';

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
