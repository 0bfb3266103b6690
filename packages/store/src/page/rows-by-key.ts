import { and, eq, type InferSelectModel, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { CompanyReader } from '../company/company-reader.ts';
import { type Preparable, preparedRead } from '../open/prepared-read.ts';
import { bigintArray, bigintArrayText } from './bigint-array.ts';

/** Rows of the company whose `column` is one of the keys. */
export const rowsByKey = (
  { column, company }: { column: PgColumn; company: PgColumn },
  keys: readonly bigint[],
  companyId: bigint,
): SQL => and(sql`${column} = any(${bigintArray(keys)})`, eq(company, companyId)) ?? sql`false`;

/** A statement that reads whole rows by a key. In no order; keys that the company has not are left out. */
export function readByKey<Table extends PgTable>(
  table: Table,
  columns: { column: PgColumn; company: PgColumn },
): (reader: CompanyReader, keys: readonly bigint[]) => Promise<InferSelectModel<Table>[]> {
  const keys = sql`${sql.placeholder('keys')}::bigint[]`;
  const isKey = sql`${columns.column} = any(${keys})`;
  const isOwn = sql`${columns.company} = ${sql.placeholder('companyId')}`;
  const read = preparedRead((db) => {
    const query = db.select().from<PgTable>(table).where(and(isKey, isOwn));
    // eslint-disable-next-line typescript/no-unsafe-type-assertion -- Drizzle loses the rows' type of a table that is not known
    return query as unknown as Preparable<InferSelectModel<Table>>;
  });
  return ({ db, companyId }, wanted) => read(db, { keys: bigintArrayText(wanted), companyId });
}
