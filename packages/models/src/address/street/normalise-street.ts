import type { AddressStreet } from '../address.ts';

/** One text for all spellings of a street: "ул. А.С. Пушкина" → "улица …". Codes play no part in it. */
export function normaliseStreet(street: string | AddressStreet): string {
  throw new Error(`follows: ${typeof street}`);
}
