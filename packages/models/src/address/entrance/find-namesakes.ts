import { isSameRegion, mayBeSameCity } from '../city/compare-cities.ts';
import type { CityName } from '../city/read-city.ts';
import { compareStreets } from '../street/compare-streets.ts';
import { CODE_KINDS, compareCodes } from '../street/street-codes.ts';
import type { Place } from './read-place.ts';

/** What else among the options has the name that the query gives. Whoever gives no more than the name may mean it. */
export interface Namesakes {
  /** A town and a village; no kind means a town. */
  readonly hasCityKinds: boolean;
  readonly hasCityRegions: boolean;
  /** улица Мира, проспект Мира, or Мира without a type */
  readonly hasStreetTypes: boolean;
  /** Льва Толстого, Алексея Толстого, or Толстого alone */
  readonly hasPeople: boolean;
  /** Two streets of one name, in parts of a city that once were towns of their own. */
  readonly hasStreetCodes: boolean;
}

export function findNamesakes(query: Place, options: readonly Place[]): Namesakes {
  const inCity = options.filter(
    ({ city }) => city === null || query.city === null || city.name === query.city.name,
  );
  const cities = inCity.flatMap(({ city }) => city ?? []);
  const regions = cities.map(({ region }) => region).filter((region) => region.length > 0);
  const reachable = inCity.filter(({ city }) => !city || !query.city || mayBeSameCity(query.city, city));
  const named = reachable.filter(({ street }) => street !== null && street.core === query.street?.core);
  const streets = named.flatMap(({ street }) => street ?? []);
  const mayBeMeant = named.filter((option) => isCompatible(query, option));
  return {
    hasCityKinds: new Set(cities.map(({ kind }: CityName) => kind ?? 'город')).size > 1,
    hasCityRegions: regions.some((region) => !isSameRegion(region, regions[0] ?? [])),
    hasStreetTypes: new Set(streets.map(({ type }) => type)).size > 1,
    hasPeople: new Set(streets.map(({ person, titles }) => [...titles, ...person].join(' '))).size > 1,
    hasStreetCodes: CODE_KINDS.some(
      (kind) => new Set(mayBeMeant.flatMap(({ codes }) => codes[kind] ?? [])).size > 1,
    ),
  };
}

/** By its name alone: an option whose code agrees is certain, and one whose code does not is another street. */
const isCompatible = (query: Place, option: Place): boolean =>
  query.street !== null &&
  option.street !== null &&
  compareCodes(query.codes, option.codes) === 'unknown' &&
  compareStreets(query.street, option.street) !== null;
