import type { DeliveryStatsBucketResolvers } from '../../types.generated.ts';

export const DeliveryStatsBucket: DeliveryStatsBucketResolvers = {
  startsAt: ({ row }) => row.at,
  kind: ({ row }) => row.kind,
  target: ({ row }, _args, { loaders }) =>
    row.integrationId === null ? null : loaders.deliveryTargets.load(row.integrationId),
  delivered: ({ row }) => row.delivered,
  failedAttempts: ({ row }) => row.failed,
  dead: ({ row }) => row.dead,
  ambiguous: ({ row }) => row.ambiguous,
  skipped: ({ row }) => row.skipped,
  duration: ({ duration }) => duration(),
};
