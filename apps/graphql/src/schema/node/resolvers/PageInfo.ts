import type { PageInfoResolvers } from '../../types.generated.ts';

export const PageInfo: PageInfoResolvers = {
  hasNextPage: ({ hasNextPage }) => hasNextPage(),
  hasPreviousPage: ({ hasPreviousPage }) => hasPreviousPage(),
};
