/** Numerals that are written as words, as far as streets have them. */
const SPELLED = new Map<string, number>(
  [
    'первый первая первое первого первой',
    'второй вторая второе второго',
    'третий третья третье третьего третьей',
    'четвертый четвертая четвертое четвертого',
    'пятый пятая пятое пятого',
    'шестой шестая шестое шестого',
    'седьмой седьмая седьмое седьмого',
    'восьмой восьмая восьмое восьмого',
    'девятый девятая девятое девятого',
    'десятый десятая десятое десятого',
  ].flatMap((forms, index) => forms.split(' ').map((form) => [form, index + 1] as const)),
);

const ORDINAL =
  /^(\d{1,9})(?:-(?:я|й|е|ая|яя|ый|ий|ой|ое|ее|го|ого|его|ья|ье|ьего)|(?:я|й|ая|ый|ий|ой|го|ого|его|ья))$/;
const ROMAN = /^(x{0,3})(ix|iv|v?i{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** "8", "8-го", "1-я", "1я", "третьего", "XXII": a number; everything else is null. */
export function streetNumberOf(word: string): number | null {
  if (!/^\d/.test(word)) return SPELLED.get(word) ?? romanOf(word);
  const digits = /^\d{1,9}$/.test(word) ? word : ORDINAL.exec(word)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** "50-летия", "50лет": a number and a word. They are different streets. */
export const splitYears = (word: string): readonly string[] | null => {
  const [, digits, years] = /^(\d{1,4})-?(лет|летия|летие)$/.exec(word) ?? [];
  return digits === undefined ? null : [digits, years === 'лет' ? 'лет' : 'летия'];
};

/** At least two figures: a single "I" or "V" may be an initial. Cyrillic look-alikes are figures too. */
function romanOf(word: string): number | null {
  if (!/^[ivxхи]{2,}$/.test(word)) return null;
  const figures = word.replaceAll('х', 'x').replaceAll('и', 'i');
  if (!ROMAN.test(figures)) return null;
  const values = Array.from(figures, (figure) => ROMAN_VALUES[figure] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
