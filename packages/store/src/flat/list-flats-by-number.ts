import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { accounts } from '../schema/account.ts';
import { flats } from '../schema/flat.ts';
import type { FlatRow } from './load-flats.ts';

/** Flat numbers of an entrance, both ends included. */
export interface FlatNumbers {
  readonly entranceRosdomofonId: bigint;
  readonly from: number;
  readonly to: number;
}

export interface NumberedFlat {
  readonly flat: FlatRow;
  readonly number: number;
  /** False also when the hub does not know the account. */
  readonly isAccountBlocked: boolean;
}

/**
 * The flats that lie behind entrances, each number once: of several flats with one number the real one before a virtual
 * one, then the newest. Without those that are gone, and those whose number is none ("12а").
 */
export async function listFlatsByNumber(
  { db, companyId }: CompanyReader,
  asked: readonly FlatNumbers[],
): Promise<NumberedFlat[]> {
  const rows = await db
    .select({
      flat: getTableColumns(flats),
      number: sql<number>`${flats.number}::int`.as('plain_number'),
      isAccountBlocked: sql<boolean>`coalesce(${accounts.isBlocked}, false)`,
    })
    .from(flats)
    .leftJoin(
      accounts,
      and(eq(accounts.companyId, companyId), eq(accounts.rosdomofonId, flats.accountRosdomofonId)),
    )
    .where(
      sql`${flats.id} = any(array(
        select found.id from unnest(${bigintArray(asked.map((one) => one.entranceRosdomofonId))},
          ${bigintArray(asked.map((one) => BigInt(one.from)))}, ${bigintArray(asked.map((one) => BigInt(one.to)))})
          as wanted (entrance, low, high)
        cross join lateral (
          select distinct on (plain.number) ${flats.id} from ${flats}
          cross join lateral (select case when ${flats.number} ~ '^[0-9]{1,9}$' then ${flats.number}::int end as number) as plain
          where ${flats.companyId} = ${companyId} and ${flats.entranceRosdomofonId} = wanted.entrance
            and ${flats.vanishedAt} is null and plain.number between wanted.low and wanted.high
          order by plain.number, ${flats.isVirtual}, ${flats.id} desc
        ) as found))`,
    )
    .orderBy(asc(sql`plain_number`));
  return rows;
}
