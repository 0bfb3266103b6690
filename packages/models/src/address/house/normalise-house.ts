import type { AddressHouse } from '../address.ts';

/** One text for all spellings of a house: "д. 5А корп. 2" and { number: "5а", housing: "2" } → "5а к2". */
export function normaliseHouse(house: string | AddressHouse): string {
  throw new Error(`follows: ${typeof house}`);
}
