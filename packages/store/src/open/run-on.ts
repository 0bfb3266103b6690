import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import type { StatementValue, Store } from './open-store.ts';

/** Where a hand-written statement runs: on the store's own hot connections, or in the caller's transaction. */
export type Runner = Store | Executor;

const isStore = (runner: Runner): runner is Store =>
  'run' in runner && 'transaction' in runner && 'db' in runner;

/**
 * Rows come as the connection reads them: an int8 as bigint from the store, as text in a transaction (Drizzle's
 * client). A statement for both gives ids as text.
 */
export async function runOn<T>(runner: Runner, text: string, args: readonly StatementValue[]): Promise<T[]> {
  if (isStore(runner)) return runner.run<T>(text, args);
  const rows = await runner.execute(asDrizzle(text, args));
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the statement's own `select` says what its rows are
  return [...rows] as T[];
}

/** Drizzle counts parameters by where they stand, so one that is named twice is sent twice: cast it at both places. */
function asDrizzle(text: string, args: readonly StatementValue[]): SQL {
  const chunks = text.split(/\$(\d+)/).map((part, index) => {
    if (index % 2 === 0) return sql.raw(part);
    const value = args[Number(part) - 1];
    return sql`${typeof value === 'bigint' ? String(value) : value}`;
  });
  return sql.join(chunks);
}
