import type { ServiceConnectionConnectionResolvers } from '../../types.generated.ts';

export const ServiceConnectionConnection: ServiceConnectionConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
