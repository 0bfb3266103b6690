import { execFile } from 'node:child_process';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './testing/test-server.ts';

const ACCOUNTS = 100_000;
const PIECE = 500;
/** What the young generation of V8 grows to alone is about 50 MB. */
const MOST_ADDED_BYTES = 60_000_000;

const account = (id: number) => ({
  id,
  billingAvailable: true,
  number: `100-${id}`,
  termsOfUseLink: null,
  blockReason: null,
  owner: { id: 500_000 + id, phone: 79_000_000_000 + (id % 10_000), neverLoggedIn: false, resolved: true },
  company: { id: 1292, shortName: 'demo', licenseeShort: 'ООО «Домофоны»' },
  blocked: false,
  isCompanyRecurringEnabled: false,
});

async function answerAllAccounts(response: ServerResponse): Promise<void> {
  for (let from = 0; from < ACCOUNTS; from += PIECE) {
    const rows = Array.from({ length: PIECE }, (_, index) => JSON.stringify(account(from + index + 1)));
    if (!response.write(`${from === 0 ? '[' : ','}${rows.join(',')}`)) await once(response, 'drain');
  }
  response.end(']');
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(({ url }, response) =>
    url.endsWith('/flats') ? void response.end('[]') : answerAllAccounts(response),
  );
});
afterAll(() => server[Symbol.asyncDispose]());

async function readAccounts(how: 'stream' | 'array'): Promise<{ rows: number; addedBytes: number }> {
  const script = fileURLToPath(new URL('testing/read-accounts.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=@domovoy/source',
    script,
    server.url,
    how,
  ]);
  return JSON.parse(stdout) as { rows: number; addedBytes: number };
}

test('100,000 accounts pass through no more memory than a few do', async () => {
  const { rows, addedBytes } = await readAccounts('stream');
  expect(rows).toBe(ACCOUNTS);
  expect(addedBytes).toBeLessThan(MOST_ADDED_BYTES);
});

test('control: kept all at once, they need much more', async () => {
  const { rows, addedBytes } = await readAccounts('array');
  expect(rows).toBe(ACCOUNTS);
  expect(addedBytes).toBeGreaterThan(MOST_ADDED_BYTES);
});
