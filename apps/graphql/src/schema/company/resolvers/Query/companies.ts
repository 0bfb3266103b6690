import type { QueryResolvers } from '../../../types.generated.ts';

export const companies: NonNullable<QueryResolvers['companies']> = async (_parent, _args, { loaders }) => [
  await loaders.company(),
];
