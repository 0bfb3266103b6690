import postgres from 'postgres';
import { type CompanyScope, companyScope } from '../company/company-scope.ts';
import type { Db, Tx } from '../db.ts';
import { connect, type StoreOptions, withDefaults } from './connect.ts';
import { drizzleOn, forDrizzle } from './drizzle-client.ts';
import { type Listener, listen } from './listen.ts';
import { Pool } from './pool.ts';
import { inScope } from './statement-scope.ts';

/** Arrays travel as literals (`{1,2}`) or joined text, see intake/columns.ts; a Uint8Array is bytea. */
export type StatementValue = string | number | bigint | boolean | Uint8Array | null;

export interface Store extends AsyncDisposable {
  /** Drizzle: ordinary reads and writes. */
  readonly db: Db;
  /** The hot statements of this package: text and values as they are, prepared. */
  run<T>(text: string, args: readonly StatementValue[]): Promise<T[]>;
  /** All or nothing. Keep it short: an open transaction that has written holds the whole feed. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Calls `onNotify` at every NOTIFY, and once, with an empty payload, after every lost connection, because
   * notifications are lost with it.
   */
  listen(channel: string, onNotify: (payload: string) => void): Promise<Listener>;
  /** The only way to a tenant's rows. */
  company(companyId: bigint): CompanyScope;
  /**
   * A store of the same database whose hand-written statements share one session: what is temporary stays with it. Its owner
   * closes it.
   */
  apart(options: Pick<StoreOptions, 'applicationName' | 'statementTimeoutMs'>): Store;
  /** Rejects unless the database answers. */
  ping(): Promise<void>;
}

const asParameter = (value: StatementValue) => (typeof value === 'bigint' ? String(value) : value);

/**
 * For the hot statements. Each probes indexes, but one that is prepared on empty tables gets a plan that reads them as
 * a whole, and keeps it until the next autovacuum while a backlog fills them: 3 k sign-ups/s instead of 12 k.
 */
export const HOT_SESSION = { enable_seqscan: 'off' } as const;
/** int8 arrives as bigint, not as text. */
const HOT_CLIENT = { types: { bigint: postgres.BigInt }, connection: HOT_SESSION };

/** Each has some hundred reads, and is asked for with each request. An installation has few companies. */
function scopes(on: Parameters<typeof companyScope>[0]): Store['company'] {
  const known = new Map<bigint, CompanyScope>();
  return (companyId) => {
    const scope = known.get(companyId) ?? companyScope(on, companyId);
    if (known.size < MAX_SCOPES) known.set(companyId, scope);
    return scope;
  };
}

const MAX_SCOPES = 1_000;

/**
 * Two clients, because Drizzle rewrites the parsers of the one it is given. Connections are made when they are
 * needed: opening a store of a database that is away works, its statements reject with StoreUnavailableError.
 */
export function openStore(databaseUrl: string, given: StoreOptions): Store {
  const options = withDefaults(given);
  const raw = new Pool(options.maxConnections, () => connect(databaseUrl, options, HOT_CLIENT));
  const rows = new Pool(options.maxConnections, () => forDrizzle(connect(databaseUrl, options)));
  const db = drizzleOn(rows, options);
  const search = drizzleOn(rows, options, { isPrepared: false });
  const listeners = new Set<Listener>();

  const run = <T>(text: string, args: readonly StatementValue[]): Promise<T[]> =>
    raw.use(options.statementTimeoutMs, (sql) => {
      const query = sql.unsafe<T[]>(text, args.map(asParameter), { prepare: true });
      return inScope<T[]>(query, () => query);
    });

  return {
    db,
    run,
    transaction: (work) => db.transaction(work),
    listen: async (channel, onNotify) => {
      const listener = await listen(databaseUrl, options, channel, onNotify);
      listeners.add(listener);
      return {
        close: async () => {
          listeners.delete(listener);
          await listener.close();
        },
      };
    },
    company: scopes({ db, search }),
    apart: (more) => openStore(databaseUrl, { ...options, ...more, maxConnections: 1, keepsSessions: true }),
    ping: async () => {
      await run('/* ping */ select 1', []);
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...listeners].map((listener) => listener.close()));
      await Promise.all([raw.close(), rows.close()]);
    },
  };
}
