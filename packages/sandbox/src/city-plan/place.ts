import { uuidOfName } from '../random/random.ts';
import type { CityRow, CountryCode } from './cities.ts';

export interface Country {
  shortName: CountryCode;
  name: string;
}

/** Russian streets carry FIAS and KLADR codes, Kazakh ones a universal code (facts §2). All codes are invented. */
export interface Street {
  id: number;
  name: string;
  codeKladr?: string;
  codeFias?: string;
  universalCode?: string;
}

/** A part that a house does not have is an empty text, as in the events. */
export interface House {
  id: number;
  number: string;
  block: string;
  building: string;
  housing: string;
}

/** A house of a street of a city: everything of an address but the entrance and the flat. */
export interface Place {
  country: Country;
  city: string;
  cityObjectId: number;
  timeZone: string;
  street: Street;
  house: House;
  /** The house as people write it: `52к2с1`. */
  houseText: string;
}

const COUNTRIES: Readonly<Record<CountryCode, Country>> = {
  RU: { shortName: 'RU', name: 'Россия' },
  KZ: { shortName: 'KZ', name: 'Казахстан' },
};

export function placeOf(
  row: CityRow,
  cityIndex: number,
  street: Street,
  houseId: number,
  text: string,
): Place {
  return {
    country: COUNTRIES[row.country],
    city: row.city,
    cityObjectId: 500 + cityIndex,
    timeZone: row.timeZone,
    street,
    house: { id: houseId, ...houseOf(text) },
    houseText: text,
  };
}

export function streetOf(row: CityRow, name: string, id: number): Street {
  if (row.country === 'KZ') return { id, name, universalCode: `${row.code}:${id}` };
  return { id, name, codeKladr: `${row.code}${id}00`, codeFias: uuidOfName(`${row.city}, ${name}`) };
}

/** Behind the number come `к` housing, `с` building, `б` block. */
export function houseOf(text: string): Omit<House, 'id'> {
  const part = (letter: string) => new RegExp(`${letter}([0-9А-Я]+)`).exec(text)?.[1] ?? '';
  const number = /^[0-9]+(?:\/[0-9]+)?[А-Я]?/.exec(text)?.[0] ?? text;
  return { number, block: part('б'), building: part('с'), housing: part('к') };
}
