import type { AddressStreet } from '../address.ts';
import { foldText, wordsOf } from '../text/fold-text.ts';
import { FIRST_NAMES, isPatronymic, NAMESAKES, titleOf } from './people.ts';
import type { StreetName } from './street-name.ts';
import { splitYears, streetNumberOf } from './street-numbers.ts';
import { foremostType, isArea, isShortHighway, streetTypeOf, streetTypeOfTwo } from './street-types.ts';
import { expandAbbreviations, isAdjective, joinPrefixes, sortWords } from './street-words.ts';

/** The words of a name by what they are, each in the order of the text. */
interface Parts {
  types: string[];
  numbers: string[];
  titles: string[];
  /** First names, patronymics and single letters. */
  person: string[];
  words: string[];
}

/** The name of a street, however it is spelled; null when there is none. Never throws. */
export function readStreet({ name, type: shortType, typeFull }: AddressStreet): StreetName | null {
  const nameText = foldText(name ?? '');
  const nameWords = wordsOf(nameText);
  if (nameWords.length === 0) return null;
  const typeText = foldText(typeFull || shortType || '');
  const parts = sortParts(typeText === '' ? nameWords : [...wordsOf(typeText), ...nameWords]);
  const type = takeType(parts);
  giveItAWord(parts);
  const hasClearInitials = readLetters(parts, type);
  const words = sortWords(joinPrefixes(expandAbbreviations(parts.words)));
  return {
    text: typeText === '' ? nameText : `${typeText} ${nameText}`,
    type,
    core: [...parts.numbers, ...words].join(' '),
    numbers: parts.numbers,
    words,
    person: parts.person,
    titles: parts.titles.length > 1 ? [...new Set(parts.titles)].toSorted() : parts.titles,
    hasClearInitials,
    isNamesake: words.some((word) => NAMESAKES.has(word)),
  };
}

function sortParts(compounds: readonly string[]): Parts {
  const parts: Parts = { types: [], numbers: [], titles: [], person: [], words: [] };
  const all = compounds.flatMap(split);
  const meaningful = all.filter((word) => word !== 'имени' && word !== 'им');
  const words = meaningful.length > 0 ? meaningful : all;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const ofTwo = streetTypeOfTwo(word, words[index + 1]);
    if (ofTwo !== null) {
      parts.types.push(ofTwo);
      index += 1;
    } else if (isShortHighway(word, words)) parts.types.push('шоссе');
    else sortPart(word, parts);
  }
  return parts;
}

/** Hyphens hold ordinals ("1-я") and abbreviations ("пр-т") together; other words come apart at them. */
function split(word: string): string | readonly string[] {
  if (!/[-\d]/.test(word) || streetTypeOf(word) !== null || streetNumberOf(word) !== null) return word;
  return splitYears(word) ?? (word.includes('-') ? word.split('-').flatMap(split) : word);
}

function sortPart(word: string, parts: Parts): void {
  const type = streetTypeOf(word);
  const number = type === null ? streetNumberOf(word) : null;
  const title = titleOf(word);
  if (type !== null) parts.types.push(type);
  else if (number !== null) parts.numbers.push(String(number));
  else if (title !== null) parts.titles.push(title);
  else if (isLetter(word) || FIRST_NAMES.has(word) || isPatronymic(word)) parts.person.push(word);
  else parts.words.push(word);
}

/** Types that are not the type of the street are words of its name: "ул. Набережная", or "Набережная" alone. */
function takeType(parts: Parts): string | null {
  const type = foremostType(parts.types);
  if (type === null) return null;
  const others = parts.types.filter((other) => other !== type);
  if (others.length > 0) parts.words = [...others, ...parts.words];
  const { words, numbers, person, titles } = parts;
  if (words.length + numbers.length + person.length + titles.length > 0) return type;
  parts.words = [type];
  return null;
}

const isLetter = (word: string): boolean => word.length === 1;

/** "улица Марата", "улица Академика": what could be left out elsewhere is all that there is. */
function giveItAWord(parts: Parts): void {
  const { words, person, titles } = parts;
  if (words.length > 0) return;
  const firstNames = person.filter((word) => !isLetter(word));
  if (firstNames.length > 0) {
    parts.words = firstNames;
    parts.person = person.filter(isLetter);
  } else if (titles.length > 0) {
    parts.words = titles;
    parts.titles = [];
  } else {
    parts.words = person;
    parts.person = [];
  }
}

/**
 * Are the single letters initials for certain, or none at all? They are initials beside a surname in the genitive,
 * and become words of the name beside an adjective. "Ордынка М." is Малая Ордынка, "Горького М." is Максим Горький.
 */
function readLetters(parts: Parts, type: string | null): boolean {
  const { words, person } = parts;
  const letters = person.filter(isLetter);
  if (letters.length === 0) return true;
  if (isArea(type) || words.some((word) => isAdjective(word) || word.length < 3)) {
    parts.words = [...words, ...letters];
    parts.person = person.filter((word) => !isLetter(word));
    return true;
  }
  if (letters.includes('ш') && type === null) return false;
  const mayBeAdjective = person.length === 1 && /[бмнвс]/.test(letters[0] ?? '');
  return words.every((word) => (mayBeAdjective ? SURNAME : GENITIVE).test(word));
}

const GENITIVE = /[аяоеуюиы]$|(?:их|ых)$/;
const SURNAME = /(?:[ео]го|[ео]ва|[иы]на|енко)$/;
