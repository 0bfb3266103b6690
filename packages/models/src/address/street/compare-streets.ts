import type { DoubtReason } from '../entrance/entrance-match.ts';
import type { StreetName } from './street-name.ts';
import { isArea } from './street-types.ts';
import { isAdjective } from './street-words.ts';

/** Null: another street. Otherwise what makes it doubtful that it is the same one; nothing, when nothing does. */
export function compareStreets(a: StreetName, b: StreetName): readonly DoubtReason[] | null {
  const person = a.core === b.core ? comparePeople(a, b) : compareLength(a, b);
  const type = compareTypes(a.type, b.type);
  if (type === 'different' || person === 'different') return null;
  return [
    ...(type === 'uncertain' ? (['STREET_TYPE_AMBIGUOUS'] as const) : []),
    ...(person === 'uncertain' ? (['STREET_NAME_AMBIGUOUS'] as const) : []),
  ];
}

type Verdict = 'compatible' | 'uncertain' | 'different';

/** улица Мира is not проспект Мира; Мира alone may be either; "пр." may be a проспект or a проезд. */
function compareTypes(a: string | null, b: string | null): Verdict {
  if (a === b) return a === 'пр' ? 'uncertain' : 'compatible';
  if (a === null || b === null) return 'compatible';
  const isShort = (short: string, long: string) => short === 'пр' && /^(?:проспект|проезд)$/.test(long);
  return isShort(a, b) || isShort(b, a) ? 'uncertain' : 'different';
}

/** Whom is it named after? What one side leaves out agrees with everything, unless several people have that surname. */
function comparePeople(a: StreetName, b: StreetName): Verdict {
  if (namedAlike(a.person, b.person) && namedAlike(a.titles, b.titles)) return 'compatible';
  const shared = Math.min(a.person.length, b.person.length);
  for (let index = 0; index < shared; index += 1)
    if (!mayBeOneName(a.person[index] ?? '', b.person[index] ?? '')) return 'different';
  // A name in full on the other side shows that a letter is an initial.
  const isUnclear = (one: StreetName, other: StreetName) =>
    !one.hasClearInitials && other.person.length === 0;
  const isOfArea = isArea(a.type) || isArea(b.type);
  if (isUnclear(a, b) || isUnclear(b, a) || isOfArea || a.isNamesake || contradict(a.titles, b.titles))
    return 'uncertain';
  // "Маршала Жукова" and "Георгия Жукова": each says what the other does not.
  const saysMore = (one: StreetName, other: StreetName) =>
    one.titles.length > 0 && other.titles.length === 0 && one.person.length === 0 && other.person.length > 0;
  return saysMore(a, b) || saysMore(b, a) ? 'uncertain' : 'compatible';
}

/**
 * "Фучика" and "Бедржиха Фучика": what one side has more looks like a first name, but no list has it. Beside an
 * adjective it is none ("Садовая Слобода"); an adjective more, or another number, is another street.
 */
function compareLength(a: StreetName, b: StreetName): Verdict {
  if (a.words.length === b.words.length) return 'different';
  const [short, long] = a.words.length < b.words.length ? [a, b] : [b, a];
  const more = long.words.filter((word) => !short.words.includes(word));
  const isLonger = more.length === long.words.length - short.words.length;
  if (!isLonger || short.words.length === 0 || !namedAlike(a.numbers, b.numbers)) return 'different';
  if (more.some(isAdjective)) return isShortFor(short.person, more) ? 'uncertain' : 'different';
  const areNames = more.every((word) => /^[^\d]{2,}[аяиы]$/.test(word));
  return areNames && !short.words.some(isAdjective) ? 'uncertain' : 'different';
}

/** "Ордынка Б." and "Большая Ордынка" */
const isShortFor = (letters: readonly string[], words: readonly string[]): boolean =>
  letters.length === words.length && letters.every((letter, index) => words[index]?.startsWith(letter));

const namedAlike = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ');

/** "а" and "александра"; "с" and "сергеевича". */
const mayBeOneName = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

const contradict = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((title) => b.includes(title));

/** Маршала Устинова and Академика Устинова: two people, unless it is one who was both. */
export const haveOtherTitles = (a: StreetName, b: StreetName): boolean => contradict(a.titles, b.titles);

/** Do both say whom the street is named after, in the same words? */
export const isSamePerson = (a: StreetName, b: StreetName): boolean =>
  a.person.length + a.titles.length > 0 && namedAlike(a.person, b.person) && namedAlike(a.titles, b.titles);
