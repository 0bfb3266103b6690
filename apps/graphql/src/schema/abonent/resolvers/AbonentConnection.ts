import type { AbonentConnectionResolvers } from '../../types.generated.ts';

export const AbonentConnection: AbonentConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
