import type { Address } from '../address.ts';

/** An address out of a line such as "Иваново, Ташкентская, 100". What cannot be told stays null; never throws. */
export function parseAddressLine(line: string): Address {
  throw new Error(`follows: ${line}`);
}
