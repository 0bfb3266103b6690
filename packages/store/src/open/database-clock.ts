import { databaseNow } from './database-now.ts';
import type { Store } from './open-store.ts';

interface Reading {
  readonly databaseMs: number;
  /** By a clock of this process that only goes forward. */
  readonly readAt: number;
}

/** So far two clocks that only count drift apart by less than a tenth of a second. */
const GOOD_FOR_MS = 60_000;

const readings = new WeakMap<Store, Promise<Reading>>();

/**
 * What time it is by the database's clock, in milliseconds since 1970: for whatever is decided or stored by several
 * processes, of which one may be wrong by an hour. It is asked once a minute; in between only the time that passes is
 * measured here.
 */
export async function databaseNowMs(store: Store): Promise<number> {
  const known = await readings.get(store)?.catch(() => undefined);
  const isGood = known !== undefined && performance.now() - known.readAt < GOOD_FOR_MS;
  const { databaseMs, readAt } = isGood ? known : await readAgain(store);
  return databaseMs + performance.now() - readAt;
}

function readAgain(store: Store): Promise<Reading> {
  const reading = read(store);
  readings.set(store, reading);
  return reading;
}

async function read(store: Store): Promise<Reading> {
  const now = await databaseNow(store.db);
  return { databaseMs: now.getTime(), readAt: performance.now() };
}
