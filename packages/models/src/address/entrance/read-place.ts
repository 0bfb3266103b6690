import type { Address } from '../address.ts';
import { type CityName, readCity } from '../city/read-city.ts';
import type { HouseParts } from '../house/house-parts.ts';
import { readHouse } from '../house/read-house.ts';
import { readStreet } from '../street/read-street.ts';
import { readCodes, type StreetCodes } from '../street/street-codes.ts';
import type { StreetName } from '../street/street-name.ts';

/** An address taken apart, ready to be compared. Null is what the address does not say. */
export interface Place {
  readonly city: CityName | null;
  readonly street: StreetName | null;
  readonly codes: StreetCodes;
  /** Read when it is asked for: most options are of another street. */
  readonly house: () => HouseParts | null;
  /** All fields of the house as they were written, to tell the same spelling from another one. */
  readonly houseText: string;
}

/** Reads places and remembers names while it lives: options of one call share most of them. */
export function createPlaceReader(): (address: Address) => Place {
  const cities = new Map<string, CityName | null>();
  const streets = new Map<string, StreetName | null>();
  const houses = new Map<string, HouseParts | null>();
  return ({ city, street, house }) => {
    const streetText = `${street?.typeFull || street?.type || ''} | ${street?.name ?? ''}`;
    const houseText = `${house?.number ?? ''}|${house?.housing ?? ''}|${house?.building ?? ''}|${house?.block ?? ''}`;
    return {
      city: recall(cities, city ?? '', () => readCity(city)),
      street: recall(streets, streetText, () => readStreet(street ?? {})),
      codes: readCodes(street),
      house: () => recall(houses, houseText, () => houseOrNull(readHouse(house ?? {}))),
      houseText,
    };
  };
}

const houseOrNull = (house: HouseParts): HouseParts | null =>
  house.number === '' && house.rest === '' ? null : house;

function recall<V>(known: Map<string, V>, key: string, read: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = read();
  known.set(key, value);
  return value;
}
