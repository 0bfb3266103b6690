import type { EntranceConnectionResolvers } from '../../types.generated.ts';

export const EntranceConnection: EntranceConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
