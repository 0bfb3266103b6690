import { type SQL, sql } from 'drizzle-orm';
import { entrances } from '../schema/entrance.ts';
import { addressWords } from './address-words.ts';

/**
 * Entrances whose address has all words of the text: names by their beginning ("таш" finds "Ташкентская"), numbers
 * as a whole ("1" does not find "11"). Null when the text has no word to search by. Answered by entrances_words.
 */
export function addressMatches(text: string): SQL | null {
  const words = addressWords(text);
  if (words.length === 0) return null;
  // Quoted, because the parser of a bare word depends on the database's locale; a word has no quote in it.
  const query = words.map((word) => (/^\p{N}/u.test(word) ? `'${word}'` : `'${word}':*`)).join(' & ');
  return sql`${entrances.wordVector} @@ ${query}::tsquery`;
}
