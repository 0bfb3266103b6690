import { foldText, wordsOf } from '../text/fold-text.ts';
import { currentCityName, isCountry, isDistrict, isRegion, settlementKindOf } from './city-words.ts';

export interface CityName {
  /** The folded text, to tell the same spelling from another one. */
  readonly text: string;
  readonly name: string;
  /** "город", "село"; null when the text does not say. */
  readonly kind: string | null;
  /** Words that name the region: "ивановская". */
  readonly region: readonly string[];
}

/** A city with or without its region: "Ивановская обл., г. Иваново". Null when there is none. Never throws. */
export function readCity(city: string | null | undefined): CityName | null {
  const text = foldText(city ?? '');
  const region: string[] = [];
  let settlement: readonly string[] | null = null;
  for (const part of partsOf(text)) {
    const [name, rest] = splitRegion(part);
    region.push(...name);
    if (rest.length === 0 || rest.some(isDistrict) || isCountry(rest.join(' '))) continue;
    settlement = rest;
  }
  // "Московская область" alone, or a district: better compared as it is than not at all.
  const words = settlement ?? wordsOf(text);
  if (words.length === 0) return null;
  return { text, ...nameOf(words), region: settlement ? region : [] };
}

/** What stands between commas; a postal code is none of it. */
const partsOf = (text: string): (readonly string[])[] =>
  text
    .replace(INITIALS, (initials) => ` ${initials.replace(/[. ]/g, '')} `)
    .split(/[,;()]/)
    .map((part) => wordsOf(part).filter((word) => !/^\d{6}$/.test(word)))
    .filter((words) => words.length > 0);

/** "р.п.", "п.г.т." and "г.о." are one word each. */
const INITIALS = /(?<![\p{L}\p{N}])(?:р\. ?п|п\. ?г\. ?т|г\. ?о)(?:\.|(?= ))/gu;

/** "ивановская обл иваново" → ["ивановская"], ["иваново"] */
function splitRegion(words: readonly string[]): [region: readonly string[], rest: readonly string[]] {
  const at = words.findIndex(isRegion);
  if (at < 0) return [[], words];
  if (at > 0) return [words.slice(0, at), words.slice(at + 1).filter((word) => !isRegion(word))];
  return [words.slice(1, 2), words.slice(2)];
}

/** The kind stands at the beginning ("г. Иваново") or, as in FIAS, at the end ("Иваново г"). */
function nameOf(words: readonly string[]): { name: string; kind: string | null } {
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  const kind = words.length > 1 ? (settlementKindOf(first) ?? settlementKindOf(last)) : null;
  const isFirst = kind !== null && settlementKindOf(first) !== null;
  const bare = kind === null ? words : isFirst ? words.slice(1) : words.slice(0, -1);
  return { name: currentCityName(bare.join(' ').replaceAll('-', ' ')), kind };
}
