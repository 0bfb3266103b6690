/**
 * Phones of the sandbox, all of them here: 7 900 0xx-xx-xx, a million numbers that look like telephones and belong to
 * nobody. The first ten thousand, 7 900 000-xx-xx, are those that small cities and all fixtures use.
 */
const FIRST_PHONE = 79_000_000_000;
const PHONES = 1_000_000;
const FIRST_ID = 1_570_000;
/** Ids for phones that a caller made up: above every id of the reserved range, below 2³¹. */
const FIRST_FOREIGN_ID = 3_000_000;

export interface Abonent {
  id: number;
  phone: number;
}

export interface AbonentOptions {
  abonentId?: number | undefined;
  phone?: number | undefined;
}

/** The same abonent always has the same phone, and the other way round, in every run. */
export function abonentOf({ abonentId, phone }: AbonentOptions): Abonent | null {
  if (abonentId !== undefined) return { id: abonentId, phone: phone ?? phoneOf(abonentId) };
  return phone === undefined ? null : { id: idOf(phone), phone };
}

/** The abonent with the n-th phone. */
export const nthAbonent = (n: number): Abonent => ({ id: FIRST_ID + n, phone: FIRST_PHONE + n });

const phoneOf = (id: number) => FIRST_PHONE + ((((id - FIRST_ID) % PHONES) + PHONES) % PHONES);

const idOf = (phone: number) =>
  phone >= FIRST_PHONE && phone < FIRST_PHONE + PHONES
    ? FIRST_ID + (phone - FIRST_PHONE)
    : FIRST_FOREIGN_ID + (phone % 1_000_000_000);
