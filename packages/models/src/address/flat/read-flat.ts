import { foldText } from '../text/fold-text.ts';

export type FlatNumber =
  | { readonly kind: 'number'; readonly number: number; readonly isPlain: boolean }
  /** "0", "б/н", nothing at all */
  | { readonly kind: 'missing' }
  /** More than a number: "12А" begins with 12, "А" with none. */
  | { readonly kind: 'unclear'; readonly begins: number | null };

const MISSING = new Set(['', '-', 'б/н', 'бн', 'нет', 'без номера', 'null', 'undefined']);

/** A flat as people write it. No flat has more than five digits. */
export function readFlat(flat: string | null | undefined): FlatNumber {
  const text = foldText(flat ?? '');
  const bare = text.replace(/^(?:квартира|кв|flat)(?![а-яa-z])[. ]*/, '').trim();
  if (MISSING.has(bare) || /^0+$/.test(bare)) return { kind: 'missing' };
  const digits = /^0*(\d{1,5})(?!\d)/.exec(bare)?.[1];
  const number = digits === undefined ? null : Number(digits);
  if (number !== null && /^\d+$/.test(bare)) return { kind: 'number', number, isPlain: bare === text };
  return { kind: 'unclear', begins: number };
}
