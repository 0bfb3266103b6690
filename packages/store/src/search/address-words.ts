/** Words that say what kind of place a name is. People leave them out or shorten them as they like. */
const KINDS = new Set(
  'г гор город ул улица д дом к корп корпус стр строение п под подъезд кв квартира мкр микрорайон'.split(' '),
);

/**
 * The words by which an address is found: lower case, ё as е, letters and digits apart ("12к1" is 12 and 1), each
 * once, without those that only name a kind.
 */
export const addressWords = (text: string): readonly string[] => {
  const words =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/\p{L}+|\p{N}+/gu) ?? [];
  return [...new Set(words)].filter((word) => !KINDS.has(word));
};
