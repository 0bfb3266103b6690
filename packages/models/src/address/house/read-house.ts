import type { AddressHouse } from '../address.ts';
import { foldText, withoutLookAlikes } from '../text/fold-text.ts';
import { type HousePart, type HouseParts, PART_KINDS, type PartKind } from './house-parts.ts';

/** Where a letter stands alone: "2а", and "2ас1" too. */
const END = String.raw`(?=$|[^а-яa-z\d]|[кс][. ]*\d|корп|стр|лит|бл|соор)`;
/** A number with at most a letter. */
const NUMBER = String.raw`(\d+(?:[а-я]${END})?)`;
/** The same, or a letter: only behind a word. "5к" is a letter, "5 к2" is not. */
const VALUE = String.raw`(\d+(?:[а-я]${END})?|[а-я]${END})`;

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
    ['block', String.raw`б([а-яa-z])${END}`],
    ['fraction', String.raw` ?[/\\] ?${NUMBER}`],
    ['dash', `-${NUMBER}`],
  ] as const
).map(([kind, pattern]) => [kind, new RegExp(pattern, 'y')]);

const BEGINNING = /^(?:(д|дом|зд|здание)|(вл|влд|владение|домовладение))?[. ]*0*(\d+)/;
/** The letter of a house stands right behind its number: "5а", "5 а", "5-а", "5/а", and "5ак2". */
const HOUSE_LETTER = new RegExp(String.raw`[ ,.]*[-/]?([а-яa-z])${END}`, 'y');

/** The parts of a house, wherever they stand. Never throws. */
export function readHouse({ number, housing, building, block }: AddressHouse): HouseParts {
  const house = readText(number ?? '');
  const all = [
    house,
    readField('housing', housing),
    readField('building', building),
    readField('block', block),
  ];
  const rest = all.map((field) => field.rest).filter(Boolean);
  return { ...house, parts: sortParts(all.flatMap(({ parts }) => parts)), rest: rest.join(' ') };
}

function readText(text: string): HouseParts {
  const folded = foldHouse(text);
  if (/^[1-9]\d*$/.test(folded)) return { number: folded, isEstate: false, parts: [], rest: '' };
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
  while (at < folded.length && readNext());
  const rest = folded.slice(at).replace(/^[ ,.;]+|[ ,.;]+$/g, '');
  return { number: beginning[3] ?? '', isEstate: beginning[2] !== undefined, parts, rest };
}

const NOTHING = { parts: [], rest: '' };

/** A field of its own: "2". One that names a part itself ("стр. 1") is that part, in whatever field it stands. */
function readField(kind: PartKind, text: string | null | undefined): Pick<HouseParts, 'parts' | 'rest'> {
  if (!text) return NOTHING;
  const folded = foldHouse(text);
  if (/^[0-]*$/.test(folded)) return NOTHING;
  const value = /^0*(\d+[а-я]?|[а-яa-z])$/.exec(folded)?.[1];
  return value === undefined ? readText(`1 ${folded}`) : { parts: [{ kind, value }], rest: '' };
}

function foldHouse(text: string): string {
  const folded = foldText(text);
  if (/^[\dа-я .,/-]*$/.test(folded)) return folded;
  return (
    folded
      .replace(/["'`«»„“”()]/g, ' ')
      // A Latin letter that stands for a part: "5c1".
      .replace(/c(?=[. ]*\d)/g, 'с')
      .replace(/[a-zа-я]+/g, withoutLookAlikes)
      .replace(/ +/g, ' ')
      .replace(/ ?- ?/g, '-')
      .trim()
  );
}

function sortParts(parts: readonly HousePart[]): readonly HousePart[] {
  if (parts.length < 2) return parts;
  const once = new Map(parts.map((part) => [`${part.kind} ${part.value}`, part]));
  return [...once.values()].toSorted(
    (a, b) => PART_KINDS.indexOf(a.kind) - PART_KINDS.indexOf(b.kind) || (a.value < b.value ? -1 : 1),
  );
}
