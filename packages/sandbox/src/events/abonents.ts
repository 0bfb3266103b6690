import type { Random } from './random.ts';

/** 7 900 000-00-00 to 7 900 000-99-99: in this range nobody has a telephone. */
const FIRST_PHONE = 79_000_000_000;
const PHONES = 10_000;
const FIRST_ID = 1_570_000;
/** Ids for phones that a caller made up: above every id of the reserved range, below 2³¹. */
const FIRST_FOREIGN_ID = 2_000_000;
/** How many people are talking at a time; of these the next message comes more often than not. */
const TALKERS = 20;

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

/** People as support meets them: a few who write again and again, and always somebody new. */
export function createAbonents(random: Random) {
  const talking: Abonent[] = [];
  function anyone(): Abonent {
    const id = FIRST_ID + random.int(0, PHONES - 1);
    return { id, phone: phoneOf(id) };
  }
  function talker(): Abonent {
    const known = talking[random.int(0, TALKERS - 1)];
    if (known && random.chance(0.7)) return known;
    const somebody = anyone();
    if (talking.push(somebody) > TALKERS) talking.shift();
    return somebody;
  }
  return { anyone, talker };
}

const phoneOf = (id: number) => FIRST_PHONE + ((((id - FIRST_ID) % PHONES) + PHONES) % PHONES);

const idOf = (phone: number) =>
  phone >= FIRST_PHONE && phone < FIRST_PHONE + PHONES
    ? FIRST_ID + (phone - FIRST_PHONE)
    : FIRST_FOREIGN_ID + (phone % 1_000_000_000);
