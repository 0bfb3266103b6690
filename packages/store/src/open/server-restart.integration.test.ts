import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDataFolder } from '@domovoy/testkit';
import { type EmbeddedPostgres, startPostgres } from '@domovoy/testkit/postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordSignUps } from '../intake/record-sign-ups.ts';
import { migrate } from '../migrate/migrate.ts';
import { createIntake, signUp } from '../testing/intake-fixtures.ts';
import { openStore, type Store } from './open-store.ts';

let folder: string;
let server: EmbeddedPostgres;
let store: Store;

const start = (port?: number) =>
  startPostgres({ dataDir: join(folder, 'data'), ...(port === undefined ? {} : { port }) });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'domovoy-restart-'));
  fillDataFolder(join(folder, 'data'));
  server = await start();
  await migrate(server.url);
  store = openStore(server.url, { applicationName: 'test' });
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['is stopped', () => server.stop()],
  ['is killed', async () => server.kill9()],
])(
  'when the server %s and comes back, no acknowledged event is lost and none counts twice',
  async (_name, end) => {
    const { own, company } = await createIntake(store);
    const acknowledged: number[] = [];
    const failures: unknown[] = [];
    const stop = new AbortController();
    let heard = 0;
    await store.listen('news', () => heard++);

    // As the consumer does it: the same chunk again until it succeeds.
    const writing = (async () => {
      for (let offset = 0; !stop.signal.aborted; ) {
        try {
          await recordSignUps(store, own, 'company', [signUp(offset, { number: offset + 1 })]);
          acknowledged.push(offset++);
        } catch (error) {
          failures.push(error);
        }
      }
    })();
    await expect.poll(() => acknowledged.length).toBeGreaterThan(20);
    await end();
    await server.exited;
    await expect.poll(() => failures.length).toBeGreaterThan(0);
    const before = acknowledged.length;
    server = await start(server.port);
    await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(before + 20);
    stop.abort();
    await writing;

    expect(failures).toEqual(failures.map(() => expect.objectContaining({ retryable: true })));
    const count = (table: string) =>
      store.run<{ n: number }>(`select count(*)::int as n from ${table} where company_id = $1`, [company.id]);
    for (const table of ['inbox_events', 'sign_ups', 'sign_up_events', 'changes', 'abonents'])
      expect(await count(table)).toEqual([{ n: acknowledged.length }]);
    await expect.poll(() => heard, { timeout: 20_000 }).toBeGreaterThan(0);
  },
);
