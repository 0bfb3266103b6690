import { type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Executor } from '../db.ts';
import { bigintArray, bigintArrayText } from './bigint-array.ts';
import {
  type Keyset,
  type KeysetPage,
  keyParts,
  keysetBound,
  keysetOrder,
  type Page,
  rowsToRead,
  toPage,
} from './keyset.ts';

/** A list that each row of another table has: the messages of a conversation. Ordered by id, oldest first. */
export interface ChildList {
  readonly table: PgTable;
  readonly id: PgColumn;
  readonly parent: PgColumn;
  readonly companyId: PgColumn;
}

export const childKeyset = (list: ChildList): Keyset => ({ columns: [list.id], order: 'asc' });

const ofParent = (list: ChildList, companyId: bigint | Placeholder): SQL =>
  sql`${list.parent} = parent.id and ${list.companyId} = ${companyId}`;

/**
 * Which rows make up the same page of the lists of many parents: one statement and one index probe each, instead
 * of one statement each.
 */
export const childrenWhere = (
  list: ChildList,
  { companyId, parents, page }: { companyId: bigint; parents: readonly bigint[]; page: KeysetPage },
): SQL =>
  ofAPage(list, page, {
    companyId,
    parents: bigintArrayText(parents),
    limit: rowsToRead(page),
    bound: keysetBound(childKeyset(list), page),
  });

/** The same with placeholders, for a statement that is written out once: see `valuesOfPage`. */
export const preparedChildrenWhere = (list: ChildList, page: KeysetPage): SQL =>
  ofAPage(list, page, {
    companyId: sql.placeholder('companyId'),
    parents: sql.placeholder('parents'),
    limit: sql.placeholder('limit'),
    bound: keysetBound(childKeyset(list), page, [sql.placeholder('key')]),
  });

export function valuesOfPage(
  list: ChildList,
  { companyId, parents, page }: { companyId: bigint; parents: readonly bigint[]; page: KeysetPage },
): Record<string, unknown> {
  const [key] = page.cursor === null ? [] : keyParts(childKeyset(list), page.cursor);
  return { companyId, parents: bigintArrayText(parents), limit: rowsToRead(page), key };
}

interface PageParts {
  readonly companyId: bigint | Placeholder;
  readonly parents: string | Placeholder;
  readonly limit: number | Placeholder;
  readonly bound: SQL | undefined;
}

const ofAPage = (list: ChildList, page: KeysetPage, { companyId, parents, limit, bound }: PageParts): SQL =>
  sql`${list.id} = any(array(
    select child.id from unnest(${parents}::bigint[]) as parent (id) cross join lateral (
      select ${list.id} from ${list.table} where ${ofParent(list, companyId)} ${bound ? sql`and ${bound}` : sql``}
      order by ${sql.join(keysetOrder(childKeyset(list), page), sql`, `)} limit ${limit}
    ) as child))`;

export function toPages<Row>(
  rows: readonly Row[],
  parentOf: (row: Row) => bigint | null,
  { parents, page }: { parents: readonly bigint[]; page: KeysetPage },
): Map<bigint, Page<Row>> {
  const byParent = Map.groupBy(rows, parentOf);
  return new Map(parents.map((parent) => [parent, toPage(byParent.get(parent) ?? [], page)]));
}

/** Counts no further than `limit` per parent. */
export async function countPerParent(
  db: Executor,
  list: ChildList,
  { companyId, parents, limit }: { companyId: bigint; parents: readonly bigint[]; limit: number },
): Promise<Map<bigint, number>> {
  const rows = await db.execute<{ id: string; count: number }>(sql`
    select parent.id::text as id, counted.count from unnest(${bigintArray(parents)}) as parent (id)
    cross join lateral (select count(*)::int as count from (
      select from ${list.table} where ${ofParent(list, companyId)} limit ${limit}) as up_to) as counted`);
  return new Map(rows.map((row) => [BigInt(row.id), row.count]));
}
