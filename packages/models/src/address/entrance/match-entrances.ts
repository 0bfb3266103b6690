import type { EntranceQuery } from '../address.ts';
import type { EntranceMatch, EntranceOption } from './entrance-match.ts';

/**
 * Which entrance does a sign-up belong to? Give every entrance that you know of the city, or at least of that house
 * number: that another street has the same name shows only when it is among the options. Each entrance once.
 */
export function matchEntrances<E>(
  query: EntranceQuery,
  options: readonly EntranceOption<E>[],
): EntranceMatch<E> {
  throw new Error(`follows: ${query.flat} ${options.length}`);
}
