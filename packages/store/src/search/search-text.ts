import { type SQL, sql } from 'drizzle-orm';
import { readAccountSearch } from '../account/account-search-text.ts';

/** A whole phone in any spelling, also without its 7: as `message_words` of the database finds them in texts. */
const PHONE = /(?<!\d)(?:\+?[78][\s-]?\(?\d{3}\)?|\(?9\d{2}\)?)[\s-]?\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)/g;
const MIN_DIGITS = 4;
/** A shorter one begins too many words to be looked up by its beginning. */
const MIN_BEGINNING = 3;
const MAX_WORDS = 8;
const MAX_WORD = 60;

/** How somebody may search: without phones nothing is found by a part of one, or by what it would tell. */
export interface SearchText {
  readonly text: string;
  readonly searchesPhones: boolean;
}

/** A term of a tsquery as it is written; words have letters and digits only, so that nothing has to be escaped. */
const exactly = (word: string) => `'${word}'`;
const beginning = (word: string) => `'${word}':*`;

/** An ending of a phone that begins so is a phone with this part. People write 8 for +7. */
const phoneWith = (digits: string) =>
  /^8\d{4,10}$/.test(digits)
    ? `(${beginning(`#${digits}`)} | ${beginning(`+7${digits.slice(1)}`)})`
    : beginning(`#${digits}`);

const words = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .slice(0, MAX_WORDS)
    .map((word) => word.slice(0, MAX_WORD));

/** What a document has to have. */
export interface SearchTerm {
  /** A tsquery. */
  readonly term: SQL;
  /** Of a word that is being typed. */
  readonly isBeginning: boolean;
}

/** All of it; none: there is nothing to search by. */
export type SearchQuery = readonly SearchTerm[];

const whole = (term: SQL): SearchTerm => ({ term, isBeginning: false });

/** All the words, in any form; of the last one its beginning, because it is being typed; a phone. */
export function messageQuery({ text, searchesPhones }: SearchText): SearchQuery {
  const phones = [...text.matchAll(PHONE)].map(([phone]) => phone.replaceAll(/\D/g, ''));
  if (phones.length > 0 && !searchesPhones) return [];
  const typed = words(text.replaceAll(PHONE, ' '));
  const terms = typed.map((word, at) => {
    const isLast = at === typed.length - 1 && word.length >= MIN_BEGINNING;
    const asWord = sql`to_tsquery('russian', ${isLast ? beginning(word) : exactly(word)})`;
    const mayBePhone = searchesPhones && /^\d+$/.test(word) && word.length >= MIN_DIGITS;
    const term = mayBePhone ? sql`(${asWord} || ${phoneWith(word)}::tsquery)` : asWord;
    return { term, isBeginning: isLast };
  });
  return [...terms, ...phones.map((phone) => whole(sql`${phoneWith(phone)}::tsquery`))];
}

/** A sign-up by its phone or a part of it, and by words of its address. */
export const signUpQuery = (search: SearchText): SearchQuery => queryOf(search, { hasAddress: true });

/** A conversation by the abonent's phone or a part of it. */
export const conversationQuery = (search: SearchText): SearchQuery => queryOf(search, { hasAddress: false });

function queryOf({ text, searchesPhones }: SearchText, { hasAddress }: { hasAddress: boolean }): SearchQuery {
  const readings = readAccountSearch(text)
    .filter(({ fragments }) => fragments.every((part) => searchesPhones && /^\d+$/.test(part)))
    .filter((reading) => hasAddress || reading.words.length === 0)
    .map((reading) => [
      ...reading.fragments.map(phoneWith),
      ...reading.words.map((word) => (/^\p{N}/u.test(word) ? exactly(word) : beginning(word))),
    ]);
  if (readings.length === 0) return [];
  return [whole(sql`${readings.map((terms) => `(${terms.join(' & ')})`).join(' | ')}::tsquery`)];
}
