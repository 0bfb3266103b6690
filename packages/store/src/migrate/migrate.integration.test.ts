import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '@domovoy/testkit';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { printSchema } from './print-schema.ts';

const folder = fileURLToPath(new URL('../../', import.meta.url));

test('schema.sql is what the migrations make', async () => {
  await using database = await createTestDatabase();
  await using store = openStore(database.url, { applicationName: 'test' });
  await expect(await printSchema(store)).toMatchFileSnapshot('../../schema.sql');
});

test('the migrations say all that the schema says: drizzle-kit finds nothing to add', () => {
  const copy = mkdtempSync(join(tmpdir(), 'domovoy-migrations-'));
  try {
    cpSync(join(folder, 'migrations'), copy, { recursive: true });
    const before = readdirSync(copy);
    const words = [
      'generate',
      '--dialect',
      'postgresql',
      '--schema',
      './src/schema/*.ts',
      '--casing',
      'snake_case',
    ];
    const { status, stdout, stderr } = spawnSync(
      join(folder, 'node_modules/.bin/drizzle-kit'),
      [...words, '--out', relative(folder, copy)],
      { cwd: folder, encoding: 'utf8' },
    );
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect({ files: readdirSync(copy), stdout }).toMatchObject({ files: before });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test('a migrated database has nothing pending, and migrating again applies nothing', async () => {
  await using database = await createTestDatabase();
  expect(await pendingMigrations(database.url)).toEqual([]);
  expect(await migrate(database.url)).toEqual({ applied: [], total: expect.any(Number) });
});

test('several processes that migrate at once apply each migration once', async () => {
  await using database = await createTestDatabase();
  {
    await using store = openStore(database.url, { applicationName: 'test' });
    await store.db.execute(sql`drop schema public cascade`);
    await store.db.execute(sql`create schema public`);
  }
  const all = await pendingMigrations(database.url);
  expect(all.length).toBeGreaterThan(0);
  const reports = await Promise.all(Array.from({ length: 4 }, () => migrate(database.url)));
  expect(reports.map(({ applied }) => applied.length).toSorted((a, b) => a - b)).toEqual([
    0,
    0,
    0,
    all.length,
  ]);
  expect(await pendingMigrations(database.url)).toEqual([]);
});

test('an intake in the middle of its events and deliveries does not wait in a circle with the indexes of what is dead', async () => {
  await using database = await createTestDatabase();
  await using store = openStore(database.url, { applicationName: 'test' });
  for (const statement of [
    'drop table issue_decisions',
    'drop index deliveries_dead, inbox_events_dead',
    `delete from domovoy_migrations where name between '20261127195433' and '20261127195434_z'`,
  ])
    await store.run(statement, []);
  expect(await pendingMigrations(database.url)).toHaveLength(2);
  const { migrating } = await store.transaction(async (tx) => {
    await tx.execute(sql`lock table inbox_events in row exclusive mode`);
    const begun = migrate(database.url);
    await untilSomebodyWaits(store, begun);
    await tx.execute(sql`lock table deliveries in row exclusive mode`);
    return { migrating: begun };
  });
  expect((await migrating).applied).toHaveLength(2);
});

test('control: both in one transaction would wait in a circle', async () => {
  await using database = await createTestDatabase();
  await using store = openStore(database.url, { applicationName: 'test' });
  const together = () =>
    store.transaction(async (tx) => {
      await tx.execute(sql`lock table deliveries in share mode`);
      await tx.execute(sql`lock table inbox_events in share mode`);
    });
  const intake = store.transaction(async (tx) => {
    await tx.execute(sql`lock table inbox_events in row exclusive mode`);
    const begun = together();
    begun.catch(() => {});
    await untilSomebodyWaits(store, begun);
    const mine = tx.execute(sql`lock table deliveries in row exclusive mode`);
    await Promise.all([mine, begun]);
  });
  await expect(intake).rejects.toMatchObject({ meta: { sqlState: '40P01' } });
});

/** For a lock; or the other one has ended, and waits for nothing. */
async function untilSomebodyWaits(store: Store, other: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  const end = () => over.abort();
  other.then(end, end);
  while (!over.signal.aborted) {
    const waiting = await store.run(
      `select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
      [],
    );
    if (waiting.length > 0) return;
  }
}
