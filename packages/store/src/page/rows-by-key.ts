import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { bigintArray } from './bigint-array.ts';

/** Rows of the company whose `column` is one of the keys. */
export const rowsByKey = (
  { column, company }: { column: PgColumn; company: PgColumn },
  keys: readonly bigint[],
  companyId: bigint,
): SQL => and(sql`${column} = any(${bigintArray(keys)})`, eq(company, companyId)) ?? sql`false`;
