import type { Address } from '../address.ts';
import { settlementKindOf } from '../city/city-words.ts';
import type { HouseParts, PartKind } from '../house/house-parts.ts';
import { writeHouse } from '../house/house-parts.ts';
import { readHouse } from '../house/read-house.ts';
import { isArea, streetTypeOf } from '../street/street-types.ts';
import { foldText, wordsOf } from '../text/fold-text.ts';

/** What an address line says. Parts that it does not have, or that cannot be told apart, are null. */
export interface ParsedAddress extends Address {
  readonly city: string | null;
  readonly street: { readonly name: string } | null;
  readonly house: {
    readonly number: string;
    readonly block: string | null;
    readonly building: string | null;
    readonly housing: string | null;
  } | null;
}

/**
 * An address out of a line such as RosDomofon's "Иваново, Ташкентская, 100", with or without a region before it and
 * "кв. 5" or "подъезд 2" behind it. Never throws.
 */
export function parseAddressLine(line: string): ParsedAddress {
  const parts = line.split(',').map((part) => part.trim());
  while (parts.length > 0 && isBehindHouse(parts.at(-1) ?? '')) parts.pop();
  const house: string[] = [];
  while (parts.length > 0 && isPartOfHouse(parts.at(-1) ?? '')) house.unshift(parts.pop() ?? '');
  if (parts.length > 0 && isHouse([parts.at(-1) ?? '', ...house].join(' '))) house.unshift(parts.pop() ?? '');
  else if (parts.length > 0) {
    const [street, number] = splitHouse(parts.at(-1) ?? '');
    if (number !== null && isHouse([number, ...house].join(' '))) {
      parts[parts.length - 1] = street;
      house.unshift(number);
    }
  }
  const [city, street] = cityAndStreet(parts);
  return {
    city: city || null,
    street: street ? { name: street } : null,
    house: house.length > 0 ? houseOf(house.join(' ')) : null,
  };
}

/** Flats, entrances and floors, which are no part of what is compared; or nothing. */
const isBehindHouse = (part: string): boolean =>
  part === '' ||
  /^(?:\d+(?:-?й)? )?(?:кв|квартира|подъезд|под|п-д|парадная|пар|этаж|эт|офис|оф)(?![\p{L}-])/iu.test(part);

/** "корп. 2", behind a house of its own. */
const isPartOfHouse = (part: string): boolean =>
  !/^\d/.test(part) && isHouse(`1 ${part}`) && /\d|^лит/i.test(part);

/** A number with parts that can be read, or a remark in brackets: "8 Марта" is a street. */
const isHouse = (text: string): boolean => {
  const { number, rest } = readHouse({ number: text.split('(')[0] ?? '' });
  return number !== '' && rest === '';
};

/** "Ташкентская д. 100", "ул. Ташкентская 100". Without such a mark "8 Марта 5" may be a street. */
function splitHouse(part: string): [street: string, house: string | null] {
  const marked = /^(.*\S)\s+(?:д\.?|дом)\s*(\d.*)$/iu.exec(part) ?? /^(.*\p{L}\.?)\s+(\d+\S*)$/u.exec(part);
  const [, street = '', house = ''] = marked ?? [];
  const isMarked = /\s(?:д\.?|дом)\s*\d/iu.test(part);
  return marked && (isMarked || hasStreetType(street)) ? [street, house] : [part, null];
}

const hasStreetType = (text: string): boolean =>
  wordsOf(foldText(text)).some((word) => streetTypeOf(word) !== null && !isArea(streetTypeOf(word)));

/** The last part is the street, what comes before it the city with its region; a single one may be either. */
function cityAndStreet(parts: readonly string[]): [city: string, street: string] {
  const [only = ''] = parts;
  if (parts.length > 1) return [parts.slice(0, -1).filter(Boolean).join(', '), parts.at(-1) ?? ''];
  const words = wordsOf(foldText(only));
  return words.length > 1 && settlementKindOf(words[0] ?? '') !== null ? [only, ''] : ['', only];
}

/** The parts in the fields where RosDomofon keeps them; what has none, or two of a kind, stays as it is written. */
function houseOf(text: string): ParsedAddress['house'] {
  const house = readHouse({ number: text });
  const only = (kind: PartKind) => house.parts.filter((part) => part.kind === kind).map(({ value }) => value);
  const [housing, building, block] = [only('housing'), only('building'), only('block')];
  if (house.rest !== '' || Math.max(housing.length, building.length, block.length) > 1)
    return { number: text, block: null, building: null, housing: null };
  const isOneWord = /^\d\S*$/.test(text) && housing.length + building.length + block.length === 0;
  return {
    number: isOneWord ? text : writeHouse(withoutFields(house)),
    block: block[0] ?? null,
    building: building[0] ?? null,
    housing: housing[0] ?? null,
  };
}

const withoutFields = (house: HouseParts): HouseParts => ({
  ...house,
  parts: house.parts.filter(({ kind }) => kind !== 'housing' && kind !== 'building' && kind !== 'block'),
});
