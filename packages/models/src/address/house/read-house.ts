import type { AddressHouse } from '../address.ts';
import { foldText, withoutLookAlikes } from '../text/fold-text.ts';
import { type HousePart, type HouseParts, PART_KINDS, type PartKind } from './house-parts.ts';

/** A number with at most a letter, or a letter: "2", "2а", "а". */
const VALUE = String.raw`(\d+(?:[а-я](?![а-яa-z\d]))?|[а-я](?![а-яa-z\d]))`;
/** The same, but after a single letter only a number tells a part from the letter of a house: "5 к2", "5к". */
const NUMBER = String.raw`(\d+(?:[а-я](?![а-яa-z\d]))?)`;
const LETTER = String.raw`([а-яa-z])(?![а-яa-z\d])`;

/** What may follow the number, tried from top to bottom at every step. */
const FOLLOWING: readonly (readonly [PartKind, RegExp])[] = (
  [
    ['housing', String.raw`[ ,.]*(?:корпус|корп|кор|к[.])[. ]*${VALUE}`],
    ['building', String.raw`[ ,.]*(?:строение|строен|стр)[. ]*${VALUE}`],
    ['structure', String.raw`[ ,.]*(?:сооружение|соор)[. ]*${VALUE}`],
    ['litera', String.raw`[ ,.]*(?:литера|литер|лит)[. ]*${VALUE}`],
    ['block', String.raw`[ ,.]*(?:блок(?:[- ]?секция)?|бл|б/с)[. -]*${VALUE}`],
    ['housing', String.raw`[ ,.]*к[. ]*${NUMBER}`],
    ['building', String.raw`[ ,.]*с[. ]*${NUMBER}`],
    // RosDomofon's block is a letter of its own: "9бБ".
    ['block', String.raw`б${LETTER}`],
    ['fraction', String.raw` ?[/\\] ?${NUMBER}`],
    ['dash', `-${NUMBER}`],
  ] as const
).map(([kind, pattern]) => [kind, new RegExp(pattern, 'y')]);

const BEGINNING = /^(?:(д|дом|зд|здание)|(вл|влд|владение|домовладение))?[. ]*0*(\d+)/;
/** The letter of a house stands right behind its number: "5а", "5 а", "5-а", "5/а", and "5ак2". */
const HOUSE_LETTER = /[ .]*[-/]?([а-яa-z])(?=$|[^а-яa-z\d]|(?:к|с)[. ]*\d|корп|стр|лит|бл)/y;

/** The parts of a house, wherever they stand. Never throws. */
export function readHouse(house: AddressHouse): HouseParts {
  const { number, isEstate, parts, rest } = readText(house.number ?? '');
  const all = [
    ...parts,
    ...readField('housing', house.housing),
    ...readField('building', house.building),
    ...readField('block', house.block),
  ];
  return { number, isEstate, parts: sortParts(all), rest };
}

function readText(text: string): HouseParts {
  const folded = foldHouse(text);
  const beginning = BEGINNING.exec(folded);
  if (!beginning) return { number: '', isEstate: false, parts: [], rest: folded };
  const parts: HousePart[] = [];
  let at = beginning[0].length;
  const read = (kind: PartKind, pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(folded);
    if (!found) return false;
    parts.push({ kind, value: (found[1] ?? '').replace(/^0+(?=\d)/, '') });
    at = pattern.lastIndex;
    return true;
  };
  const readNext = () => FOLLOWING.some(([kind, pattern]) => read(kind, pattern));
  if (!readNext()) read('letter', HOUSE_LETTER);
  while (readNext());
  const rest = folded.slice(at).replace(/^[ ,.]+|[ ,.]+$/g, '');
  return { number: beginning[3] ?? '', isEstate: beginning[2] !== undefined, parts, rest };
}

/** A field of its own: "2", "к2", "корп. 2". */
function readField(kind: PartKind, text: string | null | undefined): HousePart[] {
  const folded = foldHouse(text ?? '');
  const value = /^(?:[а-я]{2,9}[. ]*|[а-я][. ]*(?=\d))?(0*\d+[а-я]?|[а-я])$/.exec(folded)?.[1] ?? folded;
  return /^[0-]*$/.test(value) ? [] : [{ kind, value: value.replace(/^0+(?=\d)/, '') }];
}

const foldHouse = (text: string): string =>
  foldText(text.replace(/["'`«»„“”()]/g, ' '))
    // Latin letters that stand for a part: "5 k2", "5c1".
    .replace(/c(?=[. ]*\d)/g, 'с')
    .replace(/[a-zа-я]+/g, withoutLookAlikes);

function sortParts(parts: readonly HousePart[]): HousePart[] {
  const once = new Map(parts.map((part) => [`${part.kind} ${part.value}`, part]));
  return [...once.values()].toSorted(
    (a, b) => PART_KINDS.indexOf(a.kind) - PART_KINDS.indexOf(b.kind) || (a.value < b.value ? -1 : 1),
  );
}
