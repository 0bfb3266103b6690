import { randomBytes } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { basename } from 'node:path';
import postgres from 'postgres';
import { expect, inject } from 'vitest';

/** What the global set-up tells every test: the server, and the migrated database to copy. */
export interface TestPostgres {
  /** Of the server's own database `postgres`. */
  url: string;
  template: string;
  /** A data folder to begin a server of one's own with: its database `postgres` is migrated. */
  cluster: string | undefined;
  /** A file to which the name of every database is added that is kept for a person to look at. */
  keptFile: string | null;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testPostgres: TestPostgres;
  }
}

/** A database of one test file or one test, migrated and empty. */
export interface TestDatabase extends AsyncDisposable {
  readonly url: string;
  readonly name: string;
}

const created = new Map<string, TestDatabase>();

/**
 * A clone of the migrated template. It goes away after the test file, unless the file failed: then it is kept, and
 * the output names it. Close what you opened on it: connections left open fail the file.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url, template } = inject('testPostgres');
  const name = databaseName();
  await administrate(
    url,
    (sql) => sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`,
  );
  const database: TestDatabase = {
    name,
    url: urlOf(url, name),
    [Symbol.asyncDispose]: () => assertNoConnections(url, name),
  };
  created.set(name, database);
  return database;
}

/** After the last hook of a test file; called by the set-up file of the projects that use Postgres. */
export async function closeTestDatabases(file: {
  hasFailed: boolean;
  keep: (text: string) => void;
}): Promise<void> {
  const names = [...created.keys()];
  created.clear();
  if (names.length === 0) return;
  const { url, keptFile } = inject('testPostgres');
  if (file.hasFailed) {
    file.keep(`Kept for you to look at: ${names.map((name) => urlOf(url, name)).join(' ')}\n`);
    if (keptFile !== null) await appendFile(keptFile, names.map((name) => `${name}\n`).join(''));
    return;
  }
  try {
    for (const name of names) await assertNoConnections(url, name);
  } finally {
    await administrate(url, async (sql) => {
      for (const name of names) await sql`drop database ${sql(name)} with (force)`;
    });
  }
}

/** A backend needs a moment to end after its client hung up. */
const GOODBYE_MS = 2_000;

async function assertNoConnections(url: string, name: string): Promise<void> {
  await administrate(url, async (sql) => {
    const deadline = performance.now() + GOODBYE_MS;
    for (;;) {
      const open = await sql<{ application: string; query: string }[]>`
        select application_name as application, left(query, 80) as query from pg_stat_activity
        where datname = ${name} and backend_type = 'client backend'`;
      if (open.length === 0) return;
      if (performance.now() > deadline) {
        const list = open
          .map(({ application, query }) => `${application || '(no name)'}: ${query}`)
          .join('; ');
        throw new Error(`${open.length} connection(s) left open on ${name}: ${list}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
}

function databaseName(): string {
  const file = basename(expect.getState().testPath ?? 'test').replace(/\..*$/, '');
  const readable = file
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 40);
  return `test_${readable}_${randomBytes(4).toString('hex')}`;
}

function urlOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** One connection for as long as it takes, so that many test files at once stay far below the server's limit. */
async function administrate<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
