import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { storeError } from '../errors/classify.ts';
import { StoreError } from '../errors/store-error.ts';

/** Beside `src` and `dist` alike. */
const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url));
/** Any number, as long as nothing else in the database uses it as an advisory lock. */
const LOCK = 7_366_105;
/** `old.` and `new.` in `returning`, from which the intake tells what an event changed, came with it. */
const OLDEST_SERVER = 18;
const BREAKPOINT = '--> statement-breakpoint';

export interface MigrationReport {
  /** The migrations that this call applied, oldest first. */
  applied: string[];
  /** How many there are. */
  total: number;
}

/**
 * Brings the database to the newest schema, forward only, each migration in a transaction of its own. Several
 * processes may call it at once: one works, the others wait and find nothing left to do.
 */
export const migrate = (databaseUrl: string): Promise<MigrationReport> =>
  withConnection(databaseUrl, async (sql) => {
    await sql`select pg_advisory_lock(${LOCK})`;
    await sql`create table if not exists domovoy_migrations (name text primary key, applied_at timestamptz not null default now())`;
    const names = await migrationNames();
    const pending = await pendingOf(sql, names);
    for (const name of pending) {
      const statements = (await readFile(`${FOLDER}${name}.sql`, 'utf8')).split(BREAKPOINT);
      await sql.begin(async (transaction) => {
        for (const statement of statements) await transaction.unsafe(statement);
        await transaction`insert into domovoy_migrations (name) values (${name})`;
      });
    }
    return { applied: pending, total: names.length };
  });

/** The migrations that the database still lacks. A process that finds any should refuse to start. */
export const pendingMigrations = (databaseUrl: string): Promise<string[]> =>
  withConnection(databaseUrl, async (sql) => pendingOf(sql, await migrationNames()));

/** Oldest first: a name begins with the time at which it was written. */
async function migrationNames(): Promise<string[]> {
  const files = await readdir(FOLDER);
  return files
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.slice(0, -'.sql'.length))
    .toSorted();
}

async function pendingOf(sql: postgres.Sql, names: readonly string[]): Promise<string[]> {
  const [table] = await sql<
    { exists: boolean }[]
  >`select to_regclass('domovoy_migrations') is not null as exists`;
  if (table?.exists !== true) return [...names];
  const rows = await sql<{ name: string }[]>`select name from domovoy_migrations`;
  const applied = new Set(rows.map((row) => row.name));
  return names.filter((name) => !applied.has(name));
}

/** One session, so that the advisory lock ends with it, whatever happens. */
async function withConnection<T>(databaseUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(databaseUrl, {
    max: 1,
    max_lifetime: null,
    onnotice: () => {},
    connection: { application_name: 'domovoy-migrate', lock_timeout: 60_000 },
  });
  try {
    await requireServer(sql);
    return await work(sql);
  } catch (error) {
    throw storeError(error);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function requireServer(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ server_version: string }[]>`show server_version`;
  const version = row?.server_version ?? 'unknown';
  if (Number.parseInt(version, 10) >= OLDEST_SERVER) return;
  throw new StoreError(`The database is PostgreSQL ${version}; it has to be ${OLDEST_SERVER} or newer`, {
    code: 'STORE_SERVER_TOO_OLD',
    meta: { version, oldest: OLDEST_SERVER },
  });
}
