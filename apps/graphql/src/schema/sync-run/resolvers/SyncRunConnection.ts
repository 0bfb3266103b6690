import type { SyncRunConnectionResolvers } from '../../types.generated.ts';

export const SyncRunConnection: SyncRunConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
