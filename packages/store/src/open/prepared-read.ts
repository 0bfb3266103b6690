import type { Executor } from '../db.ts';
import { compileRows, type RowFields } from './compile-rows.ts';

/** A statement of Drizzle that has not been run. */
export interface Preparable<Row> {
  prepare(name: string): Prepared<Row>;
}

interface Prepared<Row> {
  execute(values: Record<string, unknown>): Promise<Row[]>;
}

/** What of Drizzle's prepared statement says how its rows are read; both are private there. */
interface Mapped {
  readonly fields: RowFields | undefined;
  customResultMapper?: (rows: unknown[][]) => object[];
}

/**
 * A read whose SQL Drizzle writes out once for each pool, with placeholders, and whose rows are read by code that is
 * made once: writing the same statement for each request and reading its rows took a third of the API's time. In a
 * transaction, which lives for one statement or two, it is written out as ever.
 */
export function preparedRead<Row>(
  build: (db: Executor) => Preparable<Row>,
): (db: Executor, values: Record<string, unknown>) => Promise<Row[]> {
  const known = new WeakMap<Executor, Prepared<Row>>();
  return (db, values) => {
    let prepared = known.get(db);
    if (!prepared) {
      // Drizzle gives the name to no server: ours prepares by the text.
      prepared = withCompiledRows(build(db).prepare(''));
      known.set(db, prepared);
    }
    return prepared.execute(values);
  };
}

function withCompiledRows<Row>(prepared: Prepared<Row>): Prepared<Row> {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- see Mapped
  const mapped = prepared as unknown as Mapped;
  const rows = mapped.fields && compileRows(mapped.fields);
  if (rows) mapped.customResultMapper = rows;
  return prepared;
}
