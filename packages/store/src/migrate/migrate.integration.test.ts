import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '@domovoy/testkit';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openStore } from '../open/open-store.ts';
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
