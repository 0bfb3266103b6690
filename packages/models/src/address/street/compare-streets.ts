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
  const isHalfClear = !a.hasClearInitials || !b.hasClearInitials || isArea(a.type) || isArea(b.type);
  if (isHalfClear || a.isNamesake || contradict(a.titles, b.titles)) return 'uncertain';
  // "Маршала Жукова" and "Георгия Жукова": each says what the other does not.
  const saysMore = (one: StreetName, other: StreetName) =>
    one.titles.length > 0 && other.titles.length === 0 && one.person.length === 0 && other.person.length > 0;
  return saysMore(a, b) || saysMore(b, a) ? 'uncertain' : 'compatible';
}

/**
 * "Фучика" and "Бедржиха Фучика": what one side has more looks like a first name, but no list has it. An adjective
 * or another number is another street.
 */
function compareLength(a: StreetName, b: StreetName): Verdict {
  const [short, long] = a.words.length < b.words.length ? [a.words, b.words] : [b.words, a.words];
  const more = long.filter((word) => !short.includes(word));
  const isLonger = more.length > 0 && more.length === long.length - short.length && short.length > 0;
  const isName = isLonger && more.every((word) => /^[^\d]{3,}$/.test(word) && /[аяиы]$/.test(word));
  return isName && namedAlike(a.numbers, b.numbers) && !more.some(isAdjective) ? 'uncertain' : 'different';
}

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
