import {
  type Address,
  type EntranceMatch,
  type EntranceOption,
  type EntranceQuery,
  matchEntrances,
  parseAddressLine,
} from '@domovoy/models';
import type { EntranceRow, Store } from '@domovoy/store';
import type { Place } from './suggestion.ts';

/** Of one entrance. */
const MOST_RANGES = 50;
const MOST_SERVICES = 200;

/** Which entrance is it, as far as the mirror knows? */
export async function matchInMirror(
  store: Store,
  companyId: bigint,
  query: EntranceQuery,
): Promise<EntranceMatch<Place>> {
  const rows =
    (await store.company(companyId).findEntranceOptions({
      city: query.city ?? '',
      street: query.street?.name ?? '',
      house: query.house?.number ?? '',
    })) ?? [];
  const places = await placesOf(store, companyId, rows, false);
  const options = rows.map((row, at): EntranceOption<EntranceRow> => {
    const ranges = places[at]?.flatRanges ?? null;
    return { entrance: row, address: addressOf(row), flatRanges: ranges };
  });
  const match = matchEntrances(query, options);
  if (match.kind === 'none') return match;
  const found =
    match.kind === 'matched' ? [match.entrance] : match.candidates.map(({ entrance }) => entrance);
  const full = await placesOf(store, companyId, found, true);
  if (match.kind === 'matched') {
    const [place] = full;
    return place === undefined ? { kind: 'none', reason: 'NO_OPTIONS' } : { ...match, entrance: place };
  }
  const candidates = match.candidates.flatMap((candidate, at) => {
    const place = full[at];
    return place === undefined ? [] : [{ ...candidate, entrance: place }];
  });
  return { kind: 'candidates', candidates };
}

/** Entrances of the mirror as places, in their order; without their services where nobody asks for them. */
export async function placesOf(
  store: Store,
  companyId: bigint,
  rows: readonly EntranceRow[],
  hasServices: boolean,
): Promise<Place[]> {
  if (rows.length === 0) return [];
  const company = store.company(companyId);
  const entrances = rows.map(({ rosdomofonId }) => rosdomofonId);
  const [ranges, services] = await Promise.all([
    company.loadEntranceFlatRanges({ entrances, limit: MOST_RANGES }),
    hasServices ? company.loadEntranceServices({ entrances, limit: MOST_SERVICES }) : [],
  ]);
  const rangesOf = Map.groupBy(ranges, (range) => range.entranceRosdomofonId);
  const servicesOf = Map.groupBy(services, (offered) => offered.entranceRosdomofonId);
  return rows.map(({ rosdomofonId, addressLine }) => ({
    entranceId: Number(rosdomofonId),
    addressLine,
    flatRanges:
      rangesOf.get(rosdomofonId)?.map(({ flatStart: start, flatEnd: end }) => ({ start, end })) ?? null,
    services: (servicesOf.get(rosdomofonId) ?? [])
      .filter(({ service }) => service.vanishedAt === null)
      .map(({ service }) => ({
        id: Number(service.rosdomofonId),
        name: service.customName ?? service.name,
        type: service.type,
      })),
  }));
}

/** The parts, when an address has told them; else what the line says. */
export function addressOf(row: EntranceRow): Address {
  if (row.house === null) return parseAddressLine(row.addressLine);
  return {
    city: row.city,
    street: {
      name: row.street,
      codeFias: row.streetFias,
      codeKladr: row.streetKladr,
      universalCode: row.streetUniversalCode,
    },
    house: { number: row.house, block: row.block, building: row.building, housing: row.housing },
  };
}
