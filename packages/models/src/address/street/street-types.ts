/**
 * Types of streets with what they are written as (folded: no capitals, no ё, Kazakh letters as Russian ones). Where
 * a name has words of two types ("ул. Набережная", "ул. Аллея Героев"), the one that comes first here is the type.
 */
const SPELLINGS = {
  улица: 'ул улица кошеси кош',
  проспект: 'проспект пр-т пр-кт просп дангылы данг',
  переулок: 'переулок пер пер-к',
  проезд: 'проезд пр-д',
  бульвар: 'бульвар б-р бул бульв б-вар бульвары',
  шоссе: 'шоссе жолы',
  площадь: 'площадь пл пл-дь аланы',
  тупик: 'тупик туп',
  тракт: 'тракт тр-т',
  просека: 'просека просек',
  спуск: 'спуск',
  взвоз: 'взвоз',
  съезд: 'съезд',
  въезд: 'въезд',
  набережная: 'набережная наб',
  аллея: 'аллея',
  линия: 'линия лин',
  микрорайон: 'микрорайон мкр мкрн мкр-н м-н ауданы',
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

/** Kazakh types of two words: what stands before the word that is in the table. */
const FIRST_OF_TWO = new Map([
  ['шагын', 'ауданы'],
  ['ыкшам', 'ауданы'],
  ['тас', 'жолы'],
]);

export const streetTypeOf = (word: string): string | null => TYPE_OF.get(word) ?? null;

/** The one of several that is the type of the street; the others belong to its name. */
export const foremostType = (types: readonly string[]): string | null =>
  TYPES.find((type) => types.includes(type)) ?? null;

export const isFirstOfTwo = (word: string, next: string | undefined): boolean =>
  next !== undefined && FIRST_OF_TWO.get(word) === next;

/** "Московское ш." is a шоссе, "Ш. Руставели" a person. */
export const isShortHighway = (word: string, words: readonly string[]): boolean =>
  word === 'ш' && words.some((other) => /(?:ое|ее)$/.test(other) || other === 'энтузиастов');

/** Areas, where a letter is no initial: "мкр. Аксай А". */
export const isArea = (type: string | null): boolean => type === 'микрорайон' || type === 'квартал';
