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
  readonly house: HouseParts | null;
  /** The house as it was written, to tell the same spelling from another one. */
  readonly houseText: string;
}

/** Reads places and remembers names while it lives: options of one call share most of them. */
export function createPlaceReader(): (address: Address) => Place {
  const cityOf = remember(readCity);
  const streets = new Map<string, StreetName | null>();
  const houses = new Map<string, HouseParts | null>();
  return ({ city, street, house }) => {
    const streetText = `${street?.typeFull || street?.type || ''} | ${street?.name ?? ''}`;
    const houseText = [house?.number, house?.housing, house?.building, house?.block]
      .map((text) => text?.trim().toLowerCase().replace(/\s+/g, ' ') ?? '')
      .join('|');
    return {
      city: cityOf(city ?? ''),
      street: recall(streets, streetText, () => readStreet(street ?? {})),
      codes: readCodes(street),
      house: recall(houses, houseText, () => houseOrNull(readHouse(house ?? {}))),
      houseText,
    };
  };
}

const houseOrNull = (house: HouseParts): HouseParts | null =>
  house.number === '' && house.rest === '' ? null : house;

function remember<V>(read: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => recall(known, text, () => read(text));
}

function recall<V>(known: Map<string, V>, key: string, read: () => V): V {
  const value = known.get(key) ?? read();
  known.set(key, value);
  return value;
}
