/** What can follow the number of a house, in the order in which it is written. */
export const PART_KINDS = [
  'letter',
  'fraction',
  'dash',
  'housing',
  'building',
  'structure',
  'block',
  'litera',
] as const;

export type PartKind = (typeof PART_KINDS)[number];

export interface HousePart {
  readonly kind: PartKind;
  /** "2", "а", "2а" */
  readonly value: string;
}

export interface HouseParts {
  /** Digits without leading zeros; empty when the text does not begin with a number. */
  readonly number: string;
  /** владение: a plot that is numbered by itself */
  readonly isEstate: boolean;
  /** Sorted, each once. */
  readonly parts: readonly HousePart[];
  /** What could not be read. Such a house is never certain. */
  readonly rest: string;
}

const WRITTEN: Readonly<Record<PartKind, (value: string) => string>> = {
  letter: (value) => value,
  fraction: (value) => `/${value}`,
  dash: (value) => `-${value}`,
  // A letter behind "к" would read as two letters.
  housing: (value) => (/^\d/.test(value) ? ` к${value}` : ` корп ${value}`),
  building: (value) => (/^\d/.test(value) ? ` с${value}` : ` стр ${value}`),
  structure: (value) => ` соор ${value}`,
  block: (value) => ` блок ${value}`,
  litera: (value) => ` лит ${value}`,
};

/** The one way in which a house is written here: "5а/2 к2 с1", and "5; общежитие" where something is left over. */
export function writeHouse({ number, isEstate, parts, rest }: HouseParts): string {
  const read = `${isEstate ? 'вл ' : ''}${number}${parts.map(({ kind, value }) => WRITTEN[kind](value)).join('')}`;
  return [read.trim(), rest].filter(Boolean).join('; ');
}
