/** Adjectives that tell streets of one name apart, by gender: Большая Садовая, Большой проспект, Большое шоссе. */
const ABBREVIATED = new Map<string, readonly [string, string, string]>(
  Object.entries({
    б: ['большая', 'большой', 'большое'],
    бол: ['большая', 'большой', 'большое'],
    м: ['малая', 'малый', 'малое'],
    мал: ['малая', 'малый', 'малое'],
    нов: ['новая', 'новый', 'новое'],
    стар: ['старая', 'старый', 'старое'],
    верх: ['верхняя', 'верхний', 'верхнее'],
    верхн: ['верхняя', 'верхний', 'верхнее'],
    ниж: ['нижняя', 'нижний', 'нижнее'],
    нижн: ['нижняя', 'нижний', 'нижнее'],
    ср: ['средняя', 'средний', 'среднее'],
    сред: ['средняя', 'средний', 'среднее'],
  }),
);

/** Beginnings that are one word with what follows: Ново-Садовая, Новосадовая. */
const PREFIXES = new Set(
  'ново старо верхне нижне средне северо юго западно восточно красно мало больше'.split(' '),
);

const GENDERS = [/(?:ая|яя)$/, /(?:ый|ий)$/, /(?:ое|ее)$/] as const;

const genderOf = (word: string): number => GENDERS.findIndex((ending) => ending.test(word));

/** In the nominative. Words in -ой may be either: Лесной, Терешковой. */
export const isAdjective = (word: string): boolean => word.length > 3 && genderOf(word) >= 0;

/** "б", "садовая" → "большая", "садовая": an abbreviation is read when an adjective shows its gender. */
export function expandAbbreviations(words: readonly string[]): readonly string[] {
  const gender = genderOf(words.find(isAdjective) ?? '');
  return gender < 0 ? words : words.map((word) => ABBREVIATED.get(word)?.[gender] ?? word);
}

export function joinPrefixes(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && PREFIXES.has(before) && /^[а-я]{3,}$/.test(word) && !PREFIXES.has(word))
      joined[joined.length - 1] = before + word;
    else joined.push(word);
  }
  return joined;
}

/** Alphabetical, because "Большая Садовая" is "Садовая Большая"; a lone prefix last, where nothing can join it. */
export const sortWords = (words: readonly string[]): string[] =>
  [...words].toSorted(
    (a, b) => Number(PREFIXES.has(a)) - Number(PREFIXES.has(b)) || (a < b ? -1 : Number(a > b)),
  );
