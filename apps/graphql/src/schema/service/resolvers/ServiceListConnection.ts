import type { ServiceListConnectionResolvers } from '../../types.generated.ts';

export const ServiceListConnection: ServiceListConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
