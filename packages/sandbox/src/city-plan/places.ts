import { CITIES, type CityRow, COMMON_STREETS } from './cities.ts';
import { type Place, placeOf, streetOf } from './place.ts';

/** Houses that a common street is long enough for. */
const HOUSES_OF_A_STREET = 400;

/**
 * Houses without end, a city after the other: first those of the table, then those of the streets that every city
 * has. Streets and houses have the same ids and codes in every run: they are places, not events.
 */
export function* places(): Generator<Place, void> {
  const cities = CITIES.map((row, index) => housesOf(row, index));
  for (let isOver = false; !isOver; ) {
    isOver = true;
    for (const houses of cities) {
      const { value, done } = houses.next();
      if (done) continue;
      isOver = false;
      yield value;
    }
  }
}

/** How many houses there are in all. */
export const MAX_HOUSES = CITIES.length * COMMON_STREETS.length * HOUSES_OF_A_STREET;

function* housesOf(row: CityRow, cityIndex: number): Generator<Place, void> {
  for (const [streetIndex, [name, houses]] of Object.entries(row.streets).entries()) {
    const street = streetOf(row, name, 7000 + cityIndex * 10 + streetIndex);
    for (const [index, text] of houses.split(', ').entries())
      yield placeOf(row, cityIndex, street, street.id * 10 + index, text);
  }
  const streets = COMMON_STREETS.map((name, index) => streetOf(row, name, 8000 + cityIndex * 10 + index));
  for (let n = 0; n < HOUSES_OF_A_STREET; n += 1)
    for (const street of streets)
      yield placeOf(row, cityIndex, street, street.id * 1000 + n, `${n + 1}${ENDINGS[n % ENDINGS.length]}`);
}

/** One house in three is more than a number. */
const ENDINGS = [
  '',
  '',
  '',
  'к1',
  '',
  '',
  'А',
  '',
  '',
  'с1',
  '',
  '/2',
  '',
  'бБ',
  '',
  'к2с1',
  '',
  '',
] as const;
