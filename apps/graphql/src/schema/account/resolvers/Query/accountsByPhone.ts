import type { QueryResolvers } from '../../../types.generated.ts';

export const accountsByPhone: NonNullable<QueryResolvers['accountsByPhone']> = async (
  _parent,
  { phone },
  { loaders },
) => [...(await loaders.accountsByPhone.load(phone))];
