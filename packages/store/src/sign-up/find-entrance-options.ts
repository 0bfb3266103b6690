import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { type EntranceRow, entranceColumns } from '../entrance/load-entrances.ts';
import { entrances } from '../schema/entrance.ts';
import { addressMatches } from '../search/address-search.ts';

/** What narrows the search. Empty parts do not. */
export interface EntranceWords {
  readonly city: string;
  readonly street: string;
  /** What a person writes: "5 корп. 2". Only the number that it begins with is looked for. */
  readonly house: string;
}

/** More than a town has of one house number; what is above it could not be compared in time. */
const MOST = 3_000;

/**
 * Entrances that may be at an address, roughly: same town, same house number, of any street, because that another
 * street has the same name shows only when it is among them. Without a town: same street. Null: nothing to search by.
 * Those that RosDomofon does not have any more are left out.
 */
export async function findEntranceOptions(
  { search, companyId }: CompanyReader,
  { city, street, house }: EntranceWords,
): Promise<EntranceRow[] | null> {
  const number = /\d+/.exec(house)?.[0];
  const place = addressMatches(city) === null ? street : city;
  const words = addressMatches(`${place} ${number ?? ''}`);
  if (words === null || number === undefined) return null;
  return search
    .select(entranceColumns)
    .from(entrances)
    .where(and(eq(entrances.companyId, companyId), isNull(entrances.vanishedAt), words, isHouse(number)))
    .orderBy(entrances.rosdomofonId)
    .limit(MOST);
}

/** The line's words are the number of an entrance or a street as well: where the house is known, it decides. */
const isHouse = (number: string): SQL =>
  sql`(${entrances.house} is null or ${entrances.house} ~ ${`(^|[^0-9])0*${number}($|[^0-9])`})`;
