import type { Store } from '@domovoy/store';
import { vi } from 'vitest';

export interface HeldWrite extends AsyncDisposable {
  /** Somebody writes the row, and stands in the middle of the statement. */
  reached(): Promise<void>;
  /** As if the server lost whoever stands there: the transaction is taken back. */
  cut(): Promise<void>;
  /** The transaction goes on, whether or not its client is still there. The same as disposing of it. */
  letGo(): Promise<void>;
}

const LOCK = 7;
const PATIENCE = { timeout: 30_000, interval: 10 };
const WAITING = `from pg_locks where locktype = 'advisory' and not granted
  and database = (select oid from pg_database where datname = current_database())`;

/** Whoever adds a row to `table` for which `when` is true waits in the middle of his statement. One at a time per database. */
export async function holdWrite(
  store: Store,
  { table, when }: { table: string; when: string },
): Promise<HeldWrite> {
  const held = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const holding = store.transaction(async (tx) => {
    await tx.execute(`select pg_advisory_xact_lock(${LOCK})`);
    held.resolve();
    await gate.promise;
  });
  await Promise.race([held.promise, holding]);
  await store.run(
    `create or replace function hold_write() returns trigger language plpgsql as $$ begin
      if ${when} then perform pg_advisory_xact_lock_shared(${LOCK}); end if; return new; end $$`,
    [],
  );
  await store.run(
    `create trigger hold_write before insert on ${table} for each row execute function hold_write()`,
    [],
  );
  const waiting = async () => (await store.run(`select pid ${WAITING}`, [])).length > 0;
  const letGo = async () => {
    gate.resolve();
    await holding;
    await store.run(`drop trigger if exists hold_write on ${table}`, []);
  };
  return {
    reached: async () => {
      await vi.waitUntil(waiting, PATIENCE);
    },
    cut: async () => {
      await store.run(`select pg_terminate_backend(pid) ${WAITING}`, []);
      await vi.waitUntil(async () => !(await waiting()), PATIENCE);
    },
    letGo,
    [Symbol.asyncDispose]: letGo,
  };
}
