import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { textArray } from '../page/bigint-array.ts';
import { accounts } from '../schema/account.ts';
import { entrances } from '../schema/entrance.ts';
import { flats } from '../schema/flat.ts';
import { addressMatches } from '../search/address-search.ts';
import { type AccountSearchReading, piecesOf, readAccountSearch } from './account-search-text.ts';

/** Of how many numbers in a text it is tried whether they are the flat's. */
const MAX_FLATS = 3;

/**
 * Conditions of which any finds an account by the text; undefined when there is nothing in it to search by. Each is
 * answered by an index of its own. Addresses are looked up first, because the planner has to know how many entrances
 * there are: from few it goes to their flats, with many it walks along the accounts. CPU time of server and client
 * together, 100,000 accounts behind 10,000 entrances, p50 / p99: a part of a phone 4 / 13 ms, an address 12 / 24, both at
 * once 15 / 33, a town of half the entrances 11 / 18; a town whose accounts are all the oldest 50.
 */
export async function accountSearchConditions(
  reader: CompanyReader,
  text: string,
  searchesPhones: boolean,
): Promise<SQL[] | undefined> {
  const readings = readAccountSearch(text);
  if (readings.length === 0) return undefined;
  const found = await Promise.all(readings.map((reading) => conditionsOf(reader, reading, searchesPhones)));
  return [eq(accounts.number, text.trim()), ...found.flat()];
}

async function conditionsOf(
  reader: CompanyReader,
  { fragments, words }: AccountSearchReading,
  searchesPhones: boolean,
): Promise<SQL[]> {
  const parts = fragments.map(searchesPhones ? hasFragment : numberHasFragment);
  const places = words.length === 0 ? [undefined] : await placesOf(reader, words);
  return places.map((place) => and(...parts, place) ?? sql`false`);
}

/** Spellings of phones begin with 8 as well. */
function hasFragment(fragment: string): SQL {
  const asTyped = sql`(${accounts.fragments} @> ${textArray(piecesOf(fragment))}
    and (${accounts.phone} like ${`%${fragment}%`} or ${compactNumber} like ${`%${fragment}%`}))`;
  if (!/^8\d{4,10}$/.test(fragment)) return asTyped;
  const phone = `7${fragment.slice(1)}`;
  const asPhone = sql`(${accounts.fragments} @> ${textArray(piecesOf(phone))} and ${accounts.phone} like ${`${phone}%`})`;
  return or(asTyped, asPhone) ?? asTyped;
}

/** For those who may not see phones: what they find would tell them, four digits at a time. */
const numberHasFragment = (fragment: string): SQL =>
  sql`(${accounts.fragments} @> ${textArray(piecesOf(fragment))} and ${compactNumber} like ${`%${fragment}%`}
    and ${compactNumber} is distinct from ${accounts.phone})`;

/** Only for rows that have the pieces: they need not follow one another. */
const compactNumber = sql`regexp_replace(lower(${accounts.number} collate "pg_c_utf8"), '[^[:alnum:]]+', '', 'g')`;

/** The words may all be the entrance's, or one number among them the flat's. */
async function placesOf(reader: CompanyReader, words: readonly string[]): Promise<SQL[]> {
  const numbers = words.filter((word) => /^\d/.test(word)).slice(0, MAX_FLATS);
  const choices = [
    { flat: null, rest: words },
    ...numbers.map((flat) => ({ flat, rest: words.filter((word) => word !== flat) })),
  ].filter(({ rest }) => rest.length > 0);
  const places = await Promise.all(
    choices.map(async ({ flat, rest }) => ({ flat, entranceIds: await findEntrances(reader, rest) })),
  );
  return places.flatMap(({ flat, entranceIds }) =>
    entranceIds === null ? [] : [hasFlatBehind(reader.companyId, entranceIds, flat)],
  );
}

/** As an array of Postgres, because they only go there and back: 5,000 rows would take 20 ms to read. */
async function findEntrances(
  { search, companyId }: CompanyReader,
  words: readonly string[],
): Promise<string | null> {
  const [row] = await search
    .select({ ids: sql<string | null>`array_agg(${entrances.rosdomofonId})::text` })
    .from(entrances)
    .where(and(eq(entrances.companyId, companyId), addressMatches(words.join(' ')) ?? sql`false`));
  return row?.ids ?? null;
}

function hasFlatBehind(companyId: bigint, entranceIds: string, flat: string | null): SQL {
  const behind = sql`${eq(flats.companyId, companyId)} and ${flats.entranceRosdomofonId} = any(${entranceIds}::bigint[])`;
  // A flat of one number stands once behind an entrance. All of them first: whose accounts are all old, or none of them,
  // would be found only after a walk along most accounts (80 ms at 100,000).
  if (flat !== null)
    return sql`${accounts.rosdomofonId} = any(array(
      select ${flats.accountRosdomofonId} from ${flats} where ${behind} and ${flats.number} = ${flat}))`;
  return sql`exists (
    select from ${flats} where ${behind} and ${flats.accountRosdomofonId} = ${accounts.rosdomofonId})`;
}
