import type { AddressStreet } from '../address.ts';
import { readStreet } from './read-street.ts';
import { writeStreet } from './street-name.ts';

/**
 * One text for all spellings of a street: "ул. Пушкина А.С." and "улица имени А. С. Пушкина" are "улица а с пушкина".
 * Equal texts are the same street; unequal ones need not be different streets ("Пушкина"). Codes play no part in it.
 */
export function normaliseStreet(street: string | AddressStreet): string {
  const name = readStreet(typeof street === 'string' ? { name: street } : street);
  return name === null ? '' : writeStreet(name);
}
