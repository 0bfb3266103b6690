import type { QueryResolvers } from '../../../types.generated.ts';
import { textValue } from '../../../values/filter-value.ts';

export const accountByNumber: NonNullable<QueryResolvers['accountByNumber']> = async (
  _parent,
  args,
  { loaders },
) => {
  const number = textValue(args.number) ?? '';
  return loaders.accountsByNumber.load(number);
};
