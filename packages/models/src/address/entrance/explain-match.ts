import type { Address, EntranceQuery } from '../address.ts';
import type { CityName } from '../city/read-city.ts';
import { containsNumber } from '../flat/contains-flat.ts';
import type { FlatRange } from '../flat/flat-range.ts';
import { readFlat } from '../flat/read-flat.ts';
import { type HouseParts, writeHouse } from '../house/house-parts.ts';
import { compareCodes } from '../street/street-codes.ts';
import { type StreetName, writeStreet } from '../street/street-name.ts';
import { createPlaceReader, type Place } from './read-place.ts';

/** What the words and numbers of one part of an address say about an entrance. */
export interface FieldExplanation {
  readonly field: 'city' | 'street' | 'house' | 'flat';
  /** As the hub reads it; null: it is not said. */
  readonly asked: string | null;
  readonly found: string | null;
  /** Words and numbers that both sides have, in the way in which the hub writes them: "ул." is "улица", "корп. 2" is "к2". */
  readonly shared: readonly string[];
  readonly onlyAsked: readonly string[];
  readonly onlyFound: readonly string[];
  /** Of a street: both sides carry the same code (FIAS, KLADR), so that its name decides nothing. */
  readonly isSameCode: boolean;
}

/**
 * For people who look at a suggestion: which words and numbers of the asked address are those of the entrance, and which
 * are not. It explains what `matchEntrances` judged, and judges nothing itself. Never throws.
 */
export function explainMatch(
  query: EntranceQuery,
  option: { readonly address: Address; readonly flatRanges: readonly FlatRange[] | null },
): FieldExplanation[] {
  const read = createPlaceReader();
  const [asked, found] = [read(query), read(option.address)];
  const isSameCode = compareCodes(asked.codes, found.codes) === 'equal';
  return [
    explain('city', wordsOfCity(asked.city), wordsOfCity(found.city)),
    { ...explain('street', wordsOfStreet(asked), wordsOfStreet(found)), isSameCode },
    explain('house', wordsOfHouse(asked.house()), wordsOfHouse(found.house())),
    explainFlat(query.flat, option.flatRanges),
  ];
}

interface Said {
  readonly text: string;
  readonly words: readonly string[];
}

function explain(field: FieldExplanation['field'], asked: Said | null, found: Said | null): FieldExplanation {
  const [ours, theirs] = [asked?.words ?? [], found?.words ?? []];
  return {
    field,
    asked: asked?.text ?? null,
    found: found?.text ?? null,
    shared: ours.filter((word) => theirs.includes(word)),
    onlyAsked: ours.filter((word) => !theirs.includes(word)),
    onlyFound: theirs.filter((word) => !ours.includes(word)),
    isSameCode: false,
  };
}

const distinct = (words: readonly (string | null)[]): string[] =>
  [...new Set(words.filter((word) => word !== null && word !== ''))] as string[];

function wordsOfCity(city: CityName | null): Said | null {
  if (city === null) return null;
  const region = city.region === null ? null : `${city.region.name} ${city.region.kind}`;
  return { text: city.text, words: distinct([city.kind, city.name, region, city.district]) };
}

function wordsOfStreet({ street }: Place): Said | null {
  return street === null ? null : { text: writeStreet(street), words: partsOfStreet(street) };
}

const partsOfStreet = ({ type, titles, person, numbers, words }: StreetName): string[] =>
  distinct([type, ...titles, ...person, ...numbers, ...words]);

function wordsOfHouse(house: HouseParts | null): Said | null {
  if (house === null) return null;
  const parts = house.parts.map((part) =>
    writeHouse({ ...house, number: '', parts: [part], isEstate: false, rest: '' }),
  );
  return {
    text: writeHouse(house),
    words: distinct([house.isEstate ? 'вл' : null, house.number, ...parts, house.rest]),
  };
}

function explainFlat(flat: EntranceQuery['flat'], ranges: readonly FlatRange[] | null): FieldExplanation {
  const read = readFlat(flat);
  const number = read.kind === 'number' ? read.number : read.kind === 'unclear' ? read.begins : null;
  const asked = number === null ? null : { text: flat?.trim() ?? '', words: [String(number)] };
  const known = ranges ?? [];
  const isInside = number !== null && containsNumber(known, number);
  const text = known.map(({ start, end }) => `${start}–${end}`).join(', ');
  const found = ranges === null ? null : { text, words: isInside ? [String(number)] : [] };
  return explain('flat', asked, found);
}
