import type { DeliveryStatsResolvers } from '../../types.generated.ts';

export const DeliveryStats: DeliveryStatsResolvers = {
  buckets: ({ buckets }) => [...buckets],
};
