/**
 * Types of streets with what they are written as (folded: no capitals, no ё, Kazakh letters as Russian ones). Where
 * a name has words of two types ("ул. Набережная", "ул. Аллея Героев"), the one that comes first here is the type.
 */
const SPELLINGS = {
  улица: 'ул улица кошеси кош',
  проспект: 'проспект пр-т пр-кт просп дангылы данг проспектиси',
  переулок: 'переулок пер пер-к',
  проезд: 'проезд пр-д',
  бульвар: 'бульвар б-р бул бульв б-вар бульвары',
  шоссе: 'шоссе тасжолы',
  площадь: 'площадь пл пл-дь аланы',
  тупик: 'тупик туп',
  тракт: 'тракт тр-т',
  просека: 'просека просек',
  спуск: 'спуск',
  взвоз: 'взвоз',
  съезд: 'съезд',
  въезд: 'въезд',
  набережная: 'набережная наб',
  аллея: 'аллея аллеясы',
  линия: 'линия лин',
  микрорайон: 'микрорайон мкр мкрн мкр-н м-н',
  квартал: 'квартал кв-л кварт',
  // Either проспект or проезд; nobody can tell.
  пр: 'пр',
};

const TYPES = Object.keys(SPELLINGS);

const TYPE_OF = new Map(
  Object.entries(SPELLINGS).flatMap(([type, spellings]) =>
    spellings.split(' ').map((spelling) => [spelling, type] as const),
  ),
);

/** Kazakh types of two words. The second alone is part of a name: проспект Жибек жолы, the Silk Road. */
const OF_TWO_WORDS = new Map([
  ['шагын ауданы', 'микрорайон'],
  ['шагын аудан', 'микрорайон'],
  ['ыкшам ауданы', 'микрорайон'],
  ['ыкшам аудан', 'микрорайон'],
  ['тас жолы', 'шоссе'],
]);

export const streetTypeOf = (word: string): string | null => TYPE_OF.get(word) ?? null;

/** The one of several that is the type of the street; the others belong to its name. */
export const foremostType = (types: readonly string[]): string | null =>
  TYPES.find((type) => types.includes(type)) ?? null;

export const streetTypeOfTwo = (word: string, next: string | undefined): string | null =>
  next === undefined ? null : (OF_TWO_WORDS.get(`${word} ${next}`) ?? null);

/** "Московское ш." is a шоссе, "Ш. Руставели" a person. */
export const isShortHighway = (word: string, words: readonly string[]): boolean =>
  word === 'ш' && words.some((other) => /(?:ое|ее)$/.test(other) || other === 'энтузиастов');

/** Areas, where a letter is no initial: "мкр. Аксай А". */
export const isArea = (type: string | null): boolean => type === 'микрорайон' || type === 'квартал';
