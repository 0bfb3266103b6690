import type { AccountConnectionResolvers } from '../../types.generated.ts';

export const AccountConnection: AccountConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
