import type { FlatConnectionResolvers } from '../../types.generated.ts';

export const FlatConnection: FlatConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
