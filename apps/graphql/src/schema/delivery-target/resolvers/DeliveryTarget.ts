import { totalCountOf } from '../../../connection/read-connection.ts';
import { encodeId } from '../../../ids/node-id.ts';
import type { DeliveryTargetResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';
import { breakerOf, pauseOf, rateOf, restOf } from '../target-health.ts';

export const DeliveryTarget: DeliveryTargetResolvers = {
  id: ({ id }) => encodeId('DeliveryTarget', id),
  kind: ({ kind }) => upperCase(kind),
  integrationState: ({ integrationState }) => upperCase(integrationState),
  backlog: async ({ id }, _args, { loaders }) =>
    totalCountOf((await loaders.deliveryBacklogs.load(id))?.count ?? 0),
  oldestDueAt: async ({ id }, _args, { loaders }) =>
    (await loaders.deliveryBacklogs.load(id))?.oldestDueAt ?? null,
  pause: pauseOf,
  rest: restOf,
  breaker: breakerOf,
  rate: rateOf,
  company: (_target, _args, { loaders }) => loaders.company(),
};
