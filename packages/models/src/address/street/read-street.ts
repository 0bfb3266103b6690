import type { AddressStreet } from '../address.ts';
import { foldText, wordsOf } from '../text/fold-text.ts';
import { FIRST_NAMES, isPatronymic, NAMESAKES, titleOf } from './people.ts';
import type { StreetName } from './street-name.ts';
import { splitYears, streetNumberOf } from './street-numbers.ts';
import { foremostType, isArea, isFirstOfTwo, isShortHighway, streetTypeOf } from './street-types.ts';
import { expandAbbreviations, isAdjective, joinPrefixes, sortWords } from './street-words.ts';

type Kind = 'type' | 'number' | 'title' | 'first-name' | 'letter' | 'word';

interface Token {
  readonly kind: Kind;
  readonly text: string;
}

/** The name of a street, however it is spelled; null when there is none. Never throws. */
export function readStreet({ name, type, typeFull }: AddressStreet): StreetName | null {
  if (wordsOf(foldText(name ?? '')).length === 0) return null;
  const text = foldText(`${typeFull || type || ''} ${name ?? ''}`);
  const typed = takeType(tokensOf(text));
  const tokens = withWord(typed.tokens);
  const letters = readLetters(tokens, typed.type);
  const named = letters === 'words' ? changeKind(tokens, 'letter', 'word') : tokens;
  const numbers = textsOf(named, 'number');
  const words = sortWords(joinPrefixes(expandAbbreviations(textsOf(named, 'word'))));
  return {
    text,
    type: typed.type,
    core: [...numbers, ...words].join(' '),
    numbers,
    words,
    person: textsOf(named, 'first-name', 'letter'),
    titles: [...new Set(textsOf(named, 'title'))].toSorted(),
    hasClearInitials: letters !== 'unclear',
    isNamesake: words.some((word) => NAMESAKES.has(word)),
  };
}

function tokensOf(text: string): readonly Token[] {
  const all = wordsOf(text).flatMap(split);
  const meaningful = all.filter((word) => word !== 'имени' && word !== 'им');
  const words = meaningful.length > 0 ? meaningful : all;
  return words.flatMap((word, index): Token[] => {
    if (isShortHighway(word, words)) return [{ kind: 'type', text: 'шоссе' }];
    return isFirstOfTwo(word, words[index + 1]) ? [] : [tokenOf(word)];
  });
}

/** Hyphens hold ordinals ("1-я") and abbreviations ("пр-т") together; other words come apart at them. */
function split(word: string): readonly string[] {
  if (!/[-\d]/.test(word) || streetTypeOf(word) !== null || streetNumberOf(word) !== null) return [word];
  return splitYears(word) ?? (word.includes('-') ? word.split('-').flatMap(split) : [word]);
}

function tokenOf(word: string): Token {
  const type = streetTypeOf(word);
  if (type !== null) return { kind: 'type', text: type };
  const number = streetNumberOf(word);
  if (number !== null) return { kind: 'number', text: String(number) };
  const title = titleOf(word);
  if (title !== null) return { kind: 'title', text: title };
  if (/^\p{L}$/u.test(word)) return { kind: 'letter', text: word };
  return { kind: FIRST_NAMES.has(word) || isPatronymic(word) ? 'first-name' : 'word', text: word };
}

/** Types that are not the type of the street are words of its name: "ул. Набережная", or "Набережная" alone. */
function takeType(tokens: readonly Token[]): { type: string | null; tokens: readonly Token[] } {
  const type = foremostType(textsOf(tokens, 'type'));
  const isType = ({ kind, text }: Token) => kind === 'type' && text === type;
  const others = tokens.filter((token) => !isType(token));
  if (type !== null && others.length === 0) return { type: null, tokens: [{ kind: 'word', text: type }] };
  return { type, tokens: changeKind(others, 'type', 'word') };
}

const GENITIVE = /[аяоеуюиы]$|(?:их|ых)$/;

/** "улица Марата", "улица Академика": what could be left out elsewhere is all that there is. */
function withWord(tokens: readonly Token[]): readonly Token[] {
  const has = (kind: Kind) => tokens.some((token) => token.kind === kind);
  const promoted = (['word', 'first-name', 'title', 'letter'] as const).find(has) ?? 'word';
  return changeKind(tokens, promoted, 'word');
}

/**
 * Single letters are initials beside a surname in the genitive, and words of the name beside an adjective. An "ш"
 * that is no шоссе for certain is no initial for certain either.
 */
function readLetters(tokens: readonly Token[], type: string | null): 'clear' | 'unclear' | 'words' {
  if (!tokens.some(({ kind }) => kind === 'letter')) return 'clear';
  const words = textsOf(tokens, 'word');
  if (isArea(type) || words.some(isAdjective) || words.some((word) => word.length < 3)) return 'words';
  const isHighway = type === null && tokens.some(({ kind, text }) => kind === 'letter' && text === 'ш');
  return !isHighway && words.every((word) => GENITIVE.test(word)) ? 'clear' : 'unclear';
}

const textsOf = (tokens: readonly Token[], ...kinds: readonly Kind[]): string[] =>
  tokens.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);

const changeKind = (tokens: readonly Token[], from: Kind, to: Kind): readonly Token[] =>
  tokens.map((token) => (token.kind === from ? { kind: to, text: token.text } : token));
