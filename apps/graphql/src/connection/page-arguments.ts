import type { KeysetPage } from '@domovoy/store';
import { userInputError } from '../errors/public-error.ts';
import type { CursorCodec } from './cursor.ts';

const MAX_PAGE = 100;

/** The arguments of every connection. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

export function keysetPageOf(
  { first, after, last, before }: PageArguments,
  cursors: CursorCodec,
): KeysetPage {
  if (isGiven(first) === isGiven(last)) throw userInputError('Give exactly one of `first` and `last`.');
  const limit = first ?? last ?? 0;
  if (limit < 1 || limit > MAX_PAGE)
    throw userInputError(`\`${isGiven(first) ? 'first' : 'last'}\` has to be from 1 to ${MAX_PAGE}.`);
  if (isGiven(first) && isGiven(before))
    throw userInputError('`before` goes with `last`; with `first` goes `after`.');
  if (isGiven(last) && isGiven(after))
    throw userInputError('`after` goes with `first`; with `last` goes `before`.');
  const cursor = after ?? before;
  return {
    direction: isGiven(first) ? 'forward' : 'backward',
    limit,
    cursor: isGiven(cursor) ? cursors.decode(cursor) : null,
  };
}
