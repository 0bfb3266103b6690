import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { FlatRow } from '../flat/load-flats.ts';
import { type Keyset, keysetOrder, keysetWhere } from '../page/keyset.ts';
import { entrances } from '../schema/entrance.ts';
import { flats } from '../schema/flat.ts';
import { addressMatches } from './address-search.ts';
import { addressWords } from './address-words.ts';

/** Of how many numbers in a text it is tried whether they are the flat's. */
const MAX_FLATS = 3;
const MAX_WORDS = 8;

const keyset: Keyset = { columns: [flats.rosdomofonId], order: 'desc' };

/**
 * Flats by their number, alone or with words of their entrance's address in any order: "7", "ташк 100 7". Up to `limit`,
 * RosDomofon's newest first; those of one number out of flats_number.
 */
export async function searchFlats(
  { search, companyId }: CompanyReader,
  { text, limit }: { text: string; limit: number },
): Promise<FlatRow[]> {
  const conditions = flatConditions(companyId, text);
  if (conditions.length === 0) return [];
  const page = { direction: 'forward', limit, cursor: null } as const;
  return search
    .select(getTableColumns(flats))
    .from(flats)
    .where(keysetWhere(flats.id, keyset, conditions, page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(limit);
}

/** One for each number that may be the flat's: all the other words are the address. */
function flatConditions(companyId: bigint, text: string): SQL[] {
  const words = addressWords(text).slice(0, MAX_WORDS);
  const numbers = words.filter((word) => /^\d/.test(word)).slice(0, MAX_FLATS);
  return numbers.flatMap((number) => {
    const own = sql`${eq(flats.companyId, companyId)} and ${eq(flats.number, number)}`;
    const rest = words.filter((word) => word !== number);
    if (rest.length === 0) return [own];
    const matches = addressMatches(rest.join(' '));
    return matches === null
      ? []
      : [
          sql`${own} and ${flats.entranceRosdomofonId} = any(array(
            select ${entrances.rosdomofonId} from ${entrances} where ${eq(entrances.companyId, companyId)} and ${matches}))`,
        ];
  });
}
