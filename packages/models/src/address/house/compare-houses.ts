import { type HousePart, type HouseParts, writeHouse } from './house-parts.ts';

/** What a Latin letter may stand for, by its look and by its sound, where the two differ. */
const LATIN = new Map<string, string>(
  Object.entries({
    b: 'вб',
    c: 'сц',
    d: 'д',
    f: 'ф',
    g: 'г',
    h: 'нх',
    i: 'и',
    j: 'ж',
    l: 'л',
    n: 'н',
    p: 'рп',
    r: 'р',
    s: 'с',
    u: 'у',
    v: 'в',
    x: 'х',
    y: 'уы',
    z: 'з',
  }),
);

/**
 * Are these the same house? `same` needs the same number and the same parts in the same roles. The same values in
 * other roles ("5/2" and "5 к2"), a литера on one side, a вл., and whatever could not be read make it `uncertain`:
 * in some towns it is one house, in others it is two. Everything else is another house: "1" is neither "11" nor "1А".
 */
export function compareHouses(a: HouseParts, b: HouseParts): 'same' | 'uncertain' | 'different' {
  if (a.number !== b.number) return 'different';
  if (a.number === '') return a.rest === b.rest ? 'uncertain' : 'different';
  if (writeHouse(a) === writeHouse(b)) return 'same';
  if (a.rest !== '' || b.rest !== '') return 'uncertain';
  if (haveEqualValues(a.parts, b.parts)) return 'uncertain';
  const hasLitera = (parts: readonly HousePart[]) => parts.some(({ kind }) => kind === 'litera');
  if (hasLitera(a.parts) === hasLitera(b.parts)) return 'different';
  return haveEqualValues(withoutLitera(a.parts), withoutLitera(b.parts)) ? 'uncertain' : 'different';
}

const withoutLitera = (parts: readonly HousePart[]) => parts.filter(({ kind }) => kind !== 'litera');

/** The same values, each once, whatever role they play. */
function haveEqualValues(a: readonly HousePart[], b: readonly HousePart[]): boolean {
  const left = b.map(({ value }) => value);
  return (
    a.length === b.length &&
    a.every(({ value }) => {
      const index = left.findIndex((other) => mayBeEqual(value, other));
      if (index >= 0) left.splice(index, 1);
      return index >= 0;
    })
  );
}

const mayBeEqual = (a: string, b: string): boolean =>
  a === b || (LATIN.get(a)?.includes(b) ?? false) || (LATIN.get(b)?.includes(a) ?? false);
