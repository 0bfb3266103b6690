import type { AddressHouse } from '../address.ts';
import { writeHouse } from './house-parts.ts';
import { readHouse } from './read-house.ts';

/**
 * One text for all spellings of a house: "д. 5А корп. 2" and { number: "5а", housing: "2" } are "5а к2". Equal
 * texts are the same house; unequal ones need not be different houses ("5/2", "5 к2").
 */
export const normaliseHouse = (house: string | AddressHouse): string =>
  writeHouse(readHouse(typeof house === 'string' ? { number: house } : house));
