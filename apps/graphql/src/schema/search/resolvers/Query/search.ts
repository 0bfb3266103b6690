import { userInputError } from '../../../../errors/public-error.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { searchValue } from '../../../values/search-value.ts';

const MOST = 20;

export const search: NonNullable<QueryResolvers['search']> = (_parent, { text, first }) => {
  if (first < 1 || first > MOST) throw userInputError(`\`first\` has to be from 1 to ${MOST}.`);
  return { text: searchValue(text) ?? '', first };
};
