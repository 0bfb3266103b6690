import { foldText, wordsOf } from '../text/fold-text.ts';
import {
  currentCityName,
  isCityArea,
  isCountry,
  isDistrict,
  regionKindOf,
  settlementKindOf,
} from './city-words.ts';

export interface CityName {
  /** The folded text, to tell the same spelling from another one. */
  readonly text: string;
  readonly name: string;
  /** "город", "село"; null when the text does not say. */
  readonly kind: string | null;
  /** "ивановская", with its kind; null when the text does not say. */
  readonly region: { readonly kind: string; readonly name: string } | null;
  /** "шуйский"; of a village only: districts of a city tell nothing about which city it is. */
  readonly district: string | null;
}

/** A city with or without its region: "Ивановская обл., г. Иваново". Null when there is none. Never throws. */
export function readCity(city: string | null | undefined): CityName | null {
  const text = foldText(city ?? '');
  let [region, district]: [CityName['region'], string | null] = [null, null];
  let settlement: readonly string[] | null = null;
  for (const part of partsOf(text)) {
    if (isCountry(part.join(' '))) continue;
    const [found, rest] = splitRegion(part);
    region = found ?? region;
    if (rest.some(isDistrict)) district = rest.filter((word) => !isDistrict(word)).join(' ');
    else if (rest.length > 0 && !rest.some(isCityArea)) settlement = rest;
  }
  // "Московская область" alone, or a district: better compared as it is than not at all.
  const words = settlement ?? wordsOf(text);
  if (words.length === 0) return null;
  const named = nameOf(words);
  const isVillage = named.kind !== null && named.kind !== 'город';
  return { text, ...named, region: settlement ? region : null, district: isVillage ? district : null };
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

/** "ивановская обл иваново" → ивановская, ["иваново"] */
function splitRegion(words: readonly string[]): [region: CityName['region'], rest: readonly string[]] {
  const at = words.findIndex((word) => regionKindOf(word) !== null);
  const kind = regionKindOf(words[at] ?? '');
  if (kind === null) return [null, words];
  const name = at > 0 ? words.slice(0, at) : words.slice(1, 2);
  return [{ kind, name: name.join(' ') }, words.slice(at > 0 ? at + 1 : 2)];
}

/** The kind stands at the beginning ("г. Иваново") or, as in FIAS, at the end ("Иваново г"). */
function nameOf(words: readonly string[]): { name: string; kind: string | null } {
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  const kind = words.length > 1 ? (settlementKindOf(first) ?? settlementKindOf(last)) : null;
  const isFirst = kind !== null && settlementKindOf(first) !== null;
  const bare = kind === null ? words : isFirst ? words.slice(1) : words.slice(0, -1);
  return { name: currentCityName(bare.join(' ').replaceAll('-', ' ')), kind };
}
