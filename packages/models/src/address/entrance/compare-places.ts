import { isSameDistrict, isSameRegion, mayBeSameCity } from '../city/compare-cities.ts';
import { compareHouses } from '../house/compare-houses.ts';
import { compareStreets, haveOtherTitles, isSamePerson } from '../street/compare-streets.ts';
import { compareCodes } from '../street/street-codes.ts';
import type { DoubtReason, NoMatchReason } from './entrance-match.ts';
import type { Namesakes } from './find-namesakes.ts';
import type { Place } from './read-place.ts';

export type Comparison =
  /** The first part that is another one. */
  | { readonly isSame: false; readonly reason: NoMatchReason }
  /** Maybe the same house; for certain when there is no doubt. */
  | { readonly isSame: true; readonly doubts: readonly DoubtReason[] };

/** City, street and house of an option against those of the query. */
export function comparePlaces(query: Place, option: Place, namesakes: Namesakes): Comparison {
  const found = compareCodes(query.codes, option.codes);
  const codes = found === 'equal' && namesakes.isCodeShared ? 'unknown' : found;
  const city = compareCities(query, option, codes === 'equal', namesakes);
  if (city === null) return { isSame: false, reason: 'CITY_DIFFERS' };
  const street = compareStreetsOf(query, option, codes, namesakes);
  if (street === null)
    return { isSame: false, reason: query.street === null ? 'QUERY_WITHOUT_STREET' : 'STREET_DIFFERS' };
  const house = compareHousesOf(query, option);
  if (house === null) return { isSame: false, reason: 'HOUSE_DIFFERS' };
  return { isSame: true, doubts: [...new Set([...city, ...street, ...house])] };
}

type Doubts = readonly DoubtReason[] | null;

function compareCities(
  { city: a }: Place,
  { city: b }: Place,
  isSameCode: boolean,
  namesakes: Namesakes,
): Doubts {
  if (a === null || b === null) return ['CITY_UNKNOWN'];
  if (!mayBeSameCity(a, b)) return isSameCode ? ['CITY_CONTRADICTS_CODE'] : null;
  if (isSameCode) return [];
  const isKindClear = !namesakes.hasCityKinds || (a.kind !== null && a.kind === b.kind);
  const isRegionClear = !namesakes.hasCityRegions || isSameRegion(a, b);
  const isDistrictClear = !namesakes.hasCityDistricts || isSameDistrict(a, b);
  return isKindClear && isRegionClear && isDistrictClear ? [] : ['CITY_AMBIGUOUS'];
}

/** Codes decide, names only where there are none. */
function compareStreetsOf(
  query: Place,
  option: Place,
  codes: ReturnType<typeof compareCodes>,
  namesakes: Namesakes,
): Doubts {
  if (codes === 'equal') return [];
  if (codes === 'different') return null;
  const names = compareNames(query, option, namesakes);
  return codes === 'contradictory' && names ? [...names, 'STREET_CODE_AMBIGUOUS'] : names;
}

/** A name that other options have too is clear only when both sides tell which of them is meant. */
function compareNames({ street: a }: Place, { street: b }: Place, namesakes: Namesakes): Doubts {
  if (a === null || b === null) return a === null && b !== null ? null : ['STREET_UNKNOWN'];
  const doubts = compareStreets(a, b);
  if (doubts === null || (namesakes.hasSamePerson && haveOtherTitles(a, b))) return null;
  const isTypeClear = !namesakes.hasStreetTypes || (a.type !== null && a.type === b.type);
  const isPersonClear = !namesakes.hasPeople || isSamePerson(a, b);
  return [
    ...doubts,
    ...(isTypeClear ? [] : (['STREET_TYPE_AMBIGUOUS'] as const)),
    ...(isPersonClear ? [] : (['STREET_NAME_AMBIGUOUS'] as const)),
    ...(namesakes.hasStreetCodes ? (['STREET_CODE_AMBIGUOUS'] as const) : []),
  ];
}

function compareHousesOf(query: Place, option: Place): Doubts {
  const [a, b] = [query.house(), option.house()];
  if (a === null || b === null) return ['HOUSE_UNKNOWN'];
  const verdict = compareHouses(a, b);
  if (verdict === 'different') return null;
  return verdict === 'same' ? [] : ['HOUSE_NOTATION_DIFFERS'];
}
