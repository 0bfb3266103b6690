import { PgPreparedQuery } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import type { Db } from '../db.ts';
import { storeError } from '../errors/classify.ts';
import type { Client, Connections, Timeouts } from './connect.ts';
import type { Pool } from './pool.ts';
import { inScope } from './statement-scope.ts';

/**
 * Drizzle wraps what the driver throws in an error whose message is the SQL with its parameters: phones and texts
 * of people, on their way to a log. Here errors pass through as they are.
 */
Object.defineProperty(PgPreparedQuery.prototype, 'queryWithCache', {
  value: (_sql: string, _parameters: unknown[], query: () => Promise<unknown>) => query(),
});

/** Prepared statements cost memory in every backend, so only so many different texts are prepared. */
const MAX_PREPARED = 300;

type Values = postgres.ParameterOrJSON<never>[];
type Rows = (postgres.Row & Iterable<postgres.Row>)[];
type Query = postgres.PendingQuery<Rows>;
type Handlers = Parameters<Promise<unknown>['then']>;
type Shape = (query: Query) => PromiseLike<unknown>;
type Run = (shape: Shape) => Promise<unknown>;

const shaped = (query: Query, shape: Shape) => inScope(query, () => shape(query));

/** Drizzle reads dates and JSON by itself and takes the driver's parsers away, so it needs clients of its own. */
export function forDrizzle(connections: Connections): Connections {
  drizzle(connections.sql);
  return connections;
}

/**
 * Drizzle on a pool that can be replaced under it: of a postgres.js client Drizzle uses `options`, `unsafe` and
 * `begin`. Statements are prepared, which Drizzle on postgres.js never does by itself: 6.2 k point reads/s
 * unprepared, 27.7 k raw and prepared. Not for a search, whose plan depends on what is searched by.
 */
export function drizzleOn(
  pool: Pool,
  timeouts: Timeouts,
  { isPrepared = true }: { isPrepared?: boolean } = {},
): Db {
  const options = { parsers: {}, serializers: {} };
  const texts = new Set<string>();
  const unsafe = (sql: Client | postgres.TransactionSql, text: string, args: Values) => {
    if (isPrepared && texts.size < MAX_PREPARED) texts.add(text);
    return sql.unsafe(text, args, { prepare: texts.has(text) });
  };
  const inTransaction = (tx: postgres.TransactionSql): object => ({
    options,
    unsafe: (text: string, args: Values) =>
      lazily(async (shape) => {
        try {
          return await shaped(unsafe(tx, text, args), shape);
        } catch (error) {
          throw storeError(error);
        }
      }),
    savepoint: (work: (tx: object) => Promise<unknown>) =>
      tx.savepoint((inner) => work(inTransaction(inner))),
  });
  const client: object = {
    options,
    unsafe: (text: string, args: Values) =>
      lazily((shape) =>
        pool.use(timeouts.statementTimeoutMs, (sql) => shaped(unsafe(sql, text, args), shape)),
      ),
    begin: (work: (tx: object) => Promise<unknown>) =>
      pool.use(timeouts.transactionTimeoutMs, (sql) => sql.begin((tx) => work(inTransaction(tx)))),
  };
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the part of the client that Drizzle uses, see above
  return drizzle(client as postgres.Sql, { casing: 'snake_case' });
}

/** Like a query of postgres.js: it runs when it is awaited, and `values()` asks for rows as arrays. */
function lazily(run: Run) {
  return {
    // oxlint-disable-next-line unicorn/no-thenable -- Drizzle awaits it
    then: (...handlers: Handlers) => run((query) => query).then(...handlers),
    values: () => run((query) => query.values()),
  };
}
