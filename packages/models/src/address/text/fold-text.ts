/** Kazakh letters as Russian spellings of the same names have them: Сығанақ and Сыганак. */
const KAZAKH = new Map<string, string>(
  Object.entries({
    ә: 'а',
    ғ: 'г',
    қ: 'к',
    ң: 'н',
    ө: 'о',
    ұ: 'у',
    ү: 'у',
    һ: 'х',
    і: 'и',
  }),
);

/** Latin letters that look like Cyrillic ones, in either case. */
const LOOK_ALIKES = new Map<string, string>(
  Object.entries({
    a: 'а',
    b: 'в',
    c: 'с',
    e: 'е',
    h: 'н',
    i: 'и',
    k: 'к',
    m: 'м',
    o: 'о',
    p: 'р',
    t: 'т',
    x: 'х',
    y: 'у',
  }),
);

/** Texts that need nothing but lower case, which nearly all are: ten times as fast. */
const TIDY = /^(?:[A-Za-zА-Яа-я\d.,/]|[ -](?![ -]|$))*$/;
/** Texts without anything that has two forms in Unicode. */
const PLAIN = /^[\n -~А-Яа-яё«»№]*$/;

/** One form of a text: lower case, ё as е, one kind of hyphen and space, no stress marks, no invisible characters. */
export function foldText(text: string): string {
  if (TIDY.test(text)) return text.toLowerCase().trim();
  const lower = PLAIN.test(text) ? text.toLowerCase() : foldUnusual(text);
  return lower
    .replaceAll('ё', 'е')
    .replace(/[\s№#]+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .trim();
}

/** Not NFKC, which makes "51⁄2" of the house "5½". */
const foldUnusual = (text: string): string =>
  text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ë', 'ё') // a Latin one
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .normalize('NFC')
    .replace(/[‐-―−]/g, '-')
    .replace(/[әғқңөұүһі]/g, (letter) => KAZAKH.get(letter) ?? letter);

/** The words and numbers of a folded text; a hyphen inside a word is part of it. */
export const wordsOf = (folded: string): readonly string[] =>
  /^[а-я\d .,/-]*$/.test(folded)
    ? (folded.match(/[а-я\d]+(?:-[а-я\d]+)*/g) ?? [])
    : (folded.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []).map((word) =>
        /[a-z]/.test(word) ? word.split('-').map(withoutLookAlikes).join('-') : word,
      );

/**
 * A word typed with Latin letters for Cyrillic ones, in Cyrillic. A single letter only where whoever typed it can
 * have meant no other: a Latin B is В to the eye and Б to the ear.
 */
export function withoutLookAlikes(word: string): string {
  const latin = word.match(/[a-z]/g) ?? [];
  const isOnlyLatin = !/[а-я]/.test(word);
  if (isOnlyLatin && latin.length === 1 && !/[aeokmt]/.test(word)) return word;
  if (isOnlyLatin && latin.some((letter) => !LOOK_ALIKES.has(letter))) return word;
  return word.replace(/[a-z]/g, (letter) => LOOK_ALIKES.get(letter) ?? letter);
}
