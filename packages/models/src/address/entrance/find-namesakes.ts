import { isSameDistrict, isSameRegion, mayBeSameCity } from '../city/compare-cities.ts';
import type { CityName } from '../city/read-city.ts';
import { compareStreets, isSamePerson } from '../street/compare-streets.ts';
import { CODE_KINDS, compareCodes } from '../street/street-codes.ts';
import type { Place } from './read-place.ts';

/** What else among the options has the name that the query gives. Whoever gives no more than the name may mean it. */
export interface Namesakes {
  /** A town and a village; no kind means a town. */
  readonly hasCityKinds: boolean;
  /** Places of one name in several regions, or in several districts. */
  readonly hasCityRegions: boolean;
  readonly hasCityDistricts: boolean;
  /** улица Мира and проспект Мира; Мира without a type counts as улица, which is what people leave out. */
  readonly hasStreetTypes: boolean;
  /** Льва Толстого, Алексея Толстого, or Толстого alone */
  readonly hasPeople: boolean;
  /** The very person of the query is there, so that one with another title is somebody else. */
  readonly hasSamePerson: boolean;
  /** Two streets of one name, in parts of a city that once were towns of their own. */
  readonly hasStreetCodes: boolean;
  /** Streets of several names have the code of the query: it is the code of something larger, and decides nothing. */
  readonly isCodeShared: boolean;
}

export function findNamesakes(query: Place, options: readonly Place[]): Namesakes {
  const inCity = options.filter(
    ({ city }) => city === null || query.city === null || city.name === query.city.name,
  );
  const cities = inCity.flatMap(({ city }) => city ?? []);
  const reachable = inCity.filter(({ city }) => !city || !query.city || mayBeSameCity(query.city, city));
  const named = reachable.filter(({ street }) => street !== null && street.core === query.street?.core);
  const streets = named.flatMap(({ street }) => street ?? []);
  const mayBeMeant = named.filter((option) => isNamedAlike(query, option));
  const ofSameCode = options.filter(({ codes }) => compareCodes(query.codes, codes) === 'equal');
  return {
    hasCityKinds: new Set(cities.map(({ kind }: CityName) => kind ?? 'город')).size > 1,
    hasCityRegions: areOfSeveral(cities, (city) => city.region !== null, isSameRegion),
    hasCityDistricts: areOfSeveral(cities, (city) => city.district !== null, isSameDistrict),
    hasStreetTypes: new Set(streets.map(({ type }) => type ?? 'улица')).size > 1,
    hasPeople: new Set(streets.map(({ person, titles }) => [...titles, ...person].join(' '))).size > 1,
    hasSamePerson: streets.some((street) => query.street !== null && isSamePerson(query.street, street)),
    hasStreetCodes: CODE_KINDS.some(
      (kind) => new Set([query, ...mayBeMeant].flatMap(({ codes }) => codes[kind] ?? [])).size > 1,
    ),
    isCodeShared: new Set(ofSameCode.flatMap(({ street }) => street?.core ?? [])).size > 1,
  };
}

function areOfSeveral(
  cities: readonly CityName[],
  says: (city: CityName) => boolean,
  isSame: (a: CityName, b: CityName) => boolean,
): boolean {
  const [first, ...others] = cities.filter(says);
  return first !== undefined && others.some((city) => !isSame(first, city));
}

const isNamedAlike = ({ street: a }: Place, { street: b }: Place): boolean =>
  a !== null && b !== null && compareStreets(a, b) !== null;
