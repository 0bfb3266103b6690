import type { Sql } from 'postgres';
import { expect } from 'vitest';

export interface HeldLock extends AsyncDisposable {
  /** Once is enough; a Postgres that is gone has released it. */
  release(): Promise<void>;
}

const PATIENCE = { timeout: 60_000, interval: 20 };

/** Holds a lock on which every intake statement waits, in the middle of its work: it has written rows by then. */
export async function holdIntake(sql: Sql): Promise<HeldLock> {
  const connection = await sql.reserve();
  await connection`begin`;
  // share: readers of the feed go on, writers wait.
  await connection`lock table changes in share mode`;
  let isHeld = true;
  const release = async () => {
    if (!isHeld) return;
    isHeld = false;
    await connection`rollback`.catch(() => {});
    connection.release();
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
  await expect.poll(() => waitingIntakes(sql), PATIENCE).toSatisfy((pids: number[]) => pids.length >= count);
  return waitingIntakes(sql);
}

/** After a crash of one backend the postmaster throws everybody out and recovers. */
export async function untilPostgresAnswers(sql: Sql): Promise<void> {
  await expect
    .poll(
      () =>
        sql`select`.then(
          () => true,
          () => false,
        ),
      { timeout: 60_000, interval: 20 },
    )
    .toBe(true);
}
