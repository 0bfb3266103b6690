import type { CannedResponseConnectionResolvers } from '../../types.generated.ts';

export const CannedResponseConnection: CannedResponseConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
