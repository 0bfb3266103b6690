import type { AddressStreet } from '../address.ts';

/** Codes by which a street is known outside; null where there is none. */
export interface StreetCodes {
  readonly fias: string | null;
  readonly kladr: string | null;
  readonly universal: string | null;
}

export const CODE_KINDS = ['fias', 'kladr', 'universal'] as const;

/** The last two of KLADR's 17 digits tell versions of one street apart. */
const KLADR_DIGITS = 15;

export const readCodes = (street: AddressStreet | null | undefined): StreetCodes => ({
  fias: codeOf(street?.codeFias),
  kladr: kladrOf(street?.codeKladr),
  universal: codeOf(street?.universalCode),
});

/** `unknown` when the two have no code of one kind; `contradictory` when one kind agrees and another does not. */
export function compareCodes(
  a: StreetCodes,
  b: StreetCodes,
): 'equal' | 'different' | 'contradictory' | 'unknown' {
  const isEqual = CODE_KINDS.some((kind) => a[kind] !== null && a[kind] === b[kind]);
  const isDifferent = CODE_KINDS.some((kind) => a[kind] !== null && b[kind] !== null && a[kind] !== b[kind]);
  if (isEqual) return isDifferent ? 'contradictory' : 'equal';
  return isDifferent ? 'different' : 'unknown';
}

/** Nothing but zeros and separators is how programs write that there is none. */
const codeOf = (code: string | null | undefined): string | null => {
  const text = code?.replace(/[{}\s]/g, '').toLowerCase() ?? '';
  return /[^0:.-]/.test(text) ? text : null;
};

const kladrOf = (code: string | null | undefined): string | null => {
  const digits = codeOf(code)?.slice(0, KLADR_DIGITS) ?? '';
  return digits.length === KLADR_DIGITS ? digits : null;
};
