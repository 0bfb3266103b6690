import type { InboxEventConnectionResolvers } from '../../types.generated.ts';

export const InboxEventConnection: InboxEventConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
