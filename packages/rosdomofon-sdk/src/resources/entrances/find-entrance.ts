import {
  type AddressHouse,
  type AddressStreet,
  type EntranceMatch,
  type EntranceQuery,
  flatRangesOf,
  matchEntrances,
  parseAddressLine,
  type RosDomofonAddress,
  type RosDomofonEntrance,
  searchLines,
} from '@domovoy/models';
import type { CallOptions } from '../../call/call.ts';
import { NotFoundError } from '../../errors.ts';
import type { EntranceCache, FoundEntrance } from './entrance-cache.ts';
import type { EntranceCalls } from './entrances.ts';

/** As it stands in a sign-up (`addressOfSignUp` of @domovoy/models), or as a person writes it. */
export interface EntranceSearch {
  city: string | null | undefined;
  street: string | AddressStreet | null | undefined;
  house: string | AddressHouse | null | undefined;
  flat?: string | number | null | undefined;
}

/**
 * The entrance of an address (facts §1.5): search by line, compare streets and houses, read the flat ranges of what is
 * left, let the flat decide.
 */
export async function findEntrance(
  calls: EntranceCalls,
  cache: EntranceCache,
  search: EntranceSearch,
  options: CallOptions,
): Promise<EntranceMatch<RosDomofonEntrance>> {
  const query = queryOf(search);
  const key = JSON.stringify([query.city, query.street, query.house]);
  const cached = await cache.get(key);
  if (cached) return matchEntrances(query, cached);
  const found = await searchEntrances(calls, query, options);
  // What is missing today is entered tomorrow, by the person who was told that it is missing.
  if (found.length > 0) await cache.set(key, found);
  return matchEntrances(query, found);
}

const queryOf = ({ city, street, house, flat }: EntranceSearch): EntranceQuery => ({
  city: city ?? null,
  street: typeof street === 'string' ? { name: street } : (street ?? null),
  house: typeof house === 'string' ? { number: house } : (house ?? null),
  flat: flat === undefined || flat === null ? null : String(flat),
});

async function searchEntrances(
  calls: EntranceCalls,
  query: EntranceQuery,
  options: CallOptions,
): Promise<FoundEntrance[]> {
  for (const address of searchLines(query)) {
    const byId = new Map<number, FoundEntrance>();
    for await (const entrance of calls.list({ address, size: 100 }, options))
      byId.set(entrance.id, {
        entrance,
        address: parseAddressLine(entrance.addressString),
        flatRanges: null,
      });
    const found = [...byId.values()];
    const near = new Set(nearest(query, found));
    // A search for "…, 1" finds "…, 11": found, and nothing there.
    if (near.size === 0) continue;
    return Promise.all(
      found.map(async (one) => (near.has(one.entrance) ? locate(calls, one, options) : one)),
    );
  }
  return [];
}

/** What is not excluded by street and house. */
function nearest(query: EntranceQuery, found: readonly FoundEntrance[]): RosDomofonEntrance[] {
  const match = matchEntrances(query, found);
  if (match.kind === 'none') return [];
  return match.kind === 'matched' ? [match.entrance] : match.candidates.map(({ entrance }) => entrance);
}

/** A list has no flat ranges: they are in the entrance's own address, or else in that of one of its flats. */
async function locate(
  { get, flats }: EntranceCalls,
  found: FoundEntrance,
  options: CallOptions,
): Promise<FoundEntrance> {
  const entranceId = found.entrance.id;
  const own = await get({ entranceId }, options).catch(absent);
  if (own?.address?.entrance) return placed(found, own.address);
  const all = (await flats({ entranceId }, options).catch(absent)) ?? [];
  const ofFlat = all.find(({ address }) => address?.entrance)?.address;
  return ofFlat ? placed(found, ofFlat) : found;
}

const placed = (found: FoundEntrance, address: RosDomofonAddress): FoundEntrance => ({
  entrance: found.entrance,
  address,
  flatRanges: address.entrance ? flatRangesOf(address.entrance) : null,
});

function absent(error: unknown): undefined {
  if (!(error instanceof NotFoundError)) throw error;
}
