import postgres, { type Sql } from 'postgres';
import { expect } from 'vitest';

export interface HeldLock extends AsyncDisposable {
  /** Once is enough; a Postgres that is gone has released it. */
  release(): Promise<void>;
}

/** Holds a lock on which every intake statement waits, in the middle of its work: it has written rows by then. */
export async function holdIntake(databaseUrl: string): Promise<HeldLock> {
  // A client of its own, thrown away: what is left of a connection whose backend was killed is nobody's.
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const locked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const held = sql
    .begin(async (tx) => {
      // share: readers of the feed go on, writers wait.
      await tx`lock table changes in share mode`;
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

/** The backends whose intake statement waits at this moment. */
async function waitingIntakes(sql: Sql): Promise<number[]> {
  const rows = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity
    where state = 'active' and wait_event_type = 'Lock' and query like '/* record_%'`;
  return rows.map(({ pid }) => pid);
}

export async function untilIntakesWait(sql: Sql, count = 1): Promise<number[]> {
  await expect
    .poll(() => waitingIntakes(sql), { timeout: 60_000, interval: 20 })
    .toSatisfy((pids: number[]) => pids.length >= count);
  return waitingIntakes(sql);
}

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
