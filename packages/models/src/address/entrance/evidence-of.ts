import type { FlatNumber } from '../flat/read-flat.ts';
import { compareCodes } from '../street/street-codes.ts';
import { foldText } from '../text/fold-text.ts';
import type { DoubtReason, FieldEvidence, MatchEvidence } from './entrance-match.ts';
import type { Place } from './read-place.ts';

/** What each field says, given all doubts about an option. */
export function evidenceOf(
  query: Place & { readonly flat: FlatNumber },
  option: Place,
  doubts: readonly DoubtReason[],
): MatchEvidence {
  const isSameCode = compareCodes(query.codes, option.codes) === 'equal';
  const field = (name: string, isExact: boolean): FieldEvidence => {
    const own = doubts.filter((doubt) => doubt.startsWith(`${name}_`));
    if (own.length === 0) return isExact ? 'exact' : 'equivalent';
    return own.some((doubt) => doubt.endsWith('_UNKNOWN')) ? 'unknown' : 'uncertain';
  };
  return {
    city: field('CITY', query.city?.text === option.city?.text),
    street: field('STREET', isSameCode || query.street?.text === option.street?.text),
    house: field('HOUSE', foldText(query.houseText) === foldText(option.houseText)),
    flat: field('FLAT', query.flat.kind === 'number' && query.flat.isPlain),
  };
}
