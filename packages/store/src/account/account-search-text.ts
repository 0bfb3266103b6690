import { addressWords } from '../search/address-words.ts';

/** One way to read what somebody typed: all of it has to hold. */
export interface AccountSearchReading {
  /** Lower case, letters and digits only, four of them at least: each is a part of the phone or of the number. */
  readonly fragments: readonly string[];
  /** Words of the address of one flat; a number may be the flat's own. */
  readonly words: readonly string[];
}

/** Shorter ones find too much: they are read as numbers of houses and flats. */
const MIN_FRAGMENT = 4;
/** Longer than any phone and any account number. */
const MAX_FRAGMENT = 30;
const MAX_WORDS = 8;

/** A whole phone in any spelling: "+7 (900) 000-00-12", "8 900 0000012", "9000000012". */
const PHONE = /(?<!\d)(?:(?:\+?7|8)[\s(-]*\d{3}|9\d{2})[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/g;

/**
 * How a text may be meant, because "1007" may be the end of a phone, a part of an account number, or a house. Nothing:
 * there is nothing in it to search by.
 */
export function readAccountSearch(text: string): AccountSearchReading[] {
  const phones = [...text.matchAll(PHONE)].map(([phone]) => compact(phone));
  const rest = text.replaceAll(PHONE, ' ');
  const words = addressWords(rest);
  const isFragment = (word: string) => /^\d+$/.test(word) && word.length >= MIN_FRAGMENT;
  const readings = [
    { fragments: [compact(text)], words: [] },
    { fragments: [...phones, ...words.filter(isFragment)], words: words.filter((word) => !isFragment(word)) },
    // A house or a flat of four digits, beside a street.
    { fragments: phones, words: words.some((word) => !/^\d/.test(word)) ? words : [] },
  ];
  const texts = new Map(readings.filter(isReadable).map((reading) => [JSON.stringify(reading), reading]));
  return [...texts.values()].map((reading) => ({ ...reading, words: reading.words.slice(0, MAX_WORDS) }));
}

const isReadable = ({ fragments, words }: AccountSearchReading): boolean =>
  fragments.length + words.length > 0 &&
  fragments.every((part) => part.length >= MIN_FRAGMENT && part.length <= MAX_FRAGMENT && /\d/.test(part));

/** As `account_fragments` of the database reads numbers. */
export const compact = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** The pieces by which a fragment is looked up: every four characters that follow one another. */
export const piecesOf = (fragment: string): string[] =>
  Array.from({ length: fragment.length - MIN_FRAGMENT + 1 }, (_, at) =>
    fragment.slice(at, at + MIN_FRAGMENT),
  );
