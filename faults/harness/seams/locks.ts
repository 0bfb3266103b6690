import postgres, { type Sql } from 'postgres';
import { expect } from 'vitest';

export interface HeldLock extends AsyncDisposable {
  /** Once is enough; a Postgres that is gone has released it. */
  release(): Promise<void>;
}

/** Holds a lock on which every intake statement waits, in the middle of its work: it has written rows by then. */
export const holdIntake = (databaseUrl: string): Promise<HeldLock> =>
  hold(databaseUrl, 'lock table changes in share mode');

/** Holds a lock on which whatever writes to the table waits; readers go on. */
export const holdTable = (databaseUrl: string, table: string): Promise<HeldLock> =>
  hold(databaseUrl, `lock table ${table} in share mode`);

/** Holds a lock on which every claim of deliveries waits: it wants to be sure of its owner. */
export const holdClaims = (databaseUrl: string): Promise<HeldLock> =>
  hold(databaseUrl, 'select from integrations for update');

async function hold(databaseUrl: string, lock: string): Promise<HeldLock> {
  // A client of its own, thrown away: what is left of a connection whose backend was killed is nobody's.
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const locked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const held = sql
    .begin(async (tx) => {
      await tx.unsafe(lock);
      locked.resolve();
      await released.promise;
    })
    .catch((error: unknown) => locked.reject(error));
  await locked.promise;
  const release = async () => {
    released.resolve();
    await held;
    await sql.end({ timeout: 1 });
  };
  return { release, [Symbol.asyncDispose]: release };
}

/** The backends that wait for a lock at this moment, with such a statement. */
async function waiting(sql: Sql, statement: string): Promise<number[]> {
  const rows = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity
    where state = 'active' and wait_event_type = 'Lock' and query like ${statement}`;
  return rows.map(({ pid }) => pid);
}

export async function untilSomeWait(sql: Sql, statement: string, count = 1): Promise<number[]> {
  await expect
    .poll(() => waiting(sql, statement), { timeout: 60_000, interval: 20 })
    .toSatisfy((pids: number[]) => pids.length >= count);
  return waiting(sql, statement);
}

export const untilIntakesWait = (sql: Sql, count = 1): Promise<number[]> =>
  untilSomeWait(sql, '/* record_%', count);

/** After a crash of one backend the postmaster throws everybody out and recovers. */
export async function untilPostgresAnswers(databaseUrl: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const sql = postgres(databaseUrl, { max: 1, connect_timeout: 2, onnotice: () => {} });
        try {
          await sql`select`;
          return true;
        } catch {
          return false;
        } finally {
          await sql.end({ timeout: 1 });
        }
      },
      { timeout: 60_000, interval: 20 },
    )
    .toBe(true);
}
