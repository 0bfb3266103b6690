import type { EntranceQuery } from '../address.ts';
import { writeHouse } from '../house/house-parts.ts';
import { readHouse } from '../house/read-house.ts';

/**
 * What to ask the REST search for: the second line when the first one found nothing (facts §1.5). The search finds
 * substrings and knows one spelling, so a house is asked for by what its number begins with, without корпус and
 * строение: too many answers are sorted out later, missing ones are not. Empty without a city or a house.
 */
export function searchLines({ city, street, house }: EntranceQuery): readonly string[] {
  const number = searchNumber(house?.number?.trim() ?? '');
  const [place, name] = [city?.trim() ?? '', street?.name?.trim() ?? ''];
  if (place === '' || number === '') return [];
  const anyStreet = `${place}, , ${number}`;
  return name === '' ? [anyStreet] : [`${place}, ${name}, ${number}`, anyStreet];
}

/** As it is written where it is one word ("5А", "20/12"); of several ("5 корп. 2", "д. 5") the number alone. */
function searchNumber(text: string): string {
  const { number, parts, rest, isEstate } = readHouse({ number: text });
  if (number === '') return text;
  const written = writeHouse({ number, parts, rest, isEstate });
  return /^\d\S*$/.test(text) && !written.includes(' ') ? text : number;
}
