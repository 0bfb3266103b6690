import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { openTestSandbox } from './testing/test-sandbox.ts';

test('a list of any length is read in the same memory', { timeout: 180_000 }, async () => {
  await using sandbox = await openTestSandbox({ bitrix24: { contacts: 30_000, limits: 'off' } });
  const program = new URL('testing/read-contacts.ts', import.meta.url);
  const execArgv = ['--conditions=@domovoy/source', '--expose-gc'];
  const child = fork(program, [sandbox.webhookUrl], { execArgv });
  const [{ rows, megabytes }] = (await once(child, 'message')) as [{ rows: number; megabytes: number[] }];
  expect(rows).toBe(30_000);
  const [, , third = 0] = megabytes;
  // What 2,500 rows take comes and goes; all of them would be 30 MB more.
  expect(Math.max(...megabytes.slice(3))).toBeLessThan(third + 10);
  expect(megabytes.length).toBeGreaterThan(10);
});
