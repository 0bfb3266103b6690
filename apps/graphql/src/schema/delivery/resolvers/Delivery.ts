import { DomovoyError } from '@domovoy/models';
import { encodeId } from '../../../ids/node-id.ts';
import type { DeliveryResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';
import { aboutOf } from '../about/about-of.ts';

export const Delivery: DeliveryResolvers = {
  id: ({ id }) => encodeId('Delivery', id),
  state: ({ state }) => upperCase(state),
  about: (delivery, _args, { loaders }) => aboutOf(loaders, delivery),
  target: async ({ id, integrationId }, _args, { loaders }) => {
    const target = await loaders.deliveryTargets.load(integrationId);
    if (target) return target;
    const meta = { deliveryId: String(id) };
    throw new DomovoyError('A delivery has no target.', { code: 'DELIVERY_TARGET_MISSING', meta });
  },
  attemptCount: ({ attempts }) => attempts,
  ambiguousAttemptCount: ({ ambiguousAttempts }) => ambiguousAttempts,
  attempts: async ({ id }, _args, { loaders }) => [...(await loaders.deliveryAttempts.load(id))],
  cancelledBy: ({ settledBy }) => settledBy,
  original: ({ originalDeliveryId: original }, _args, { loaders }) =>
    original === null ? null : loaders.deliveries.load(original),
  redelivery: ({ redeliveryId }, _args, { loaders }) =>
    redeliveryId === null ? null : loaders.deliveries.load(redeliveryId),
  company: (_delivery, _args, { loaders }) => loaders.company(),
};
