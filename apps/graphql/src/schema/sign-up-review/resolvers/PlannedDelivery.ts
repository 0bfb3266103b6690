import type { PlannedDeliveryResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const PlannedDelivery: PlannedDeliveryResolvers = {
  step: ({ step }) => (step === null ? null : upperCase(step)),
  target: ({ integrationId }, _args, { loaders }) => loaders.deliveryTargets.load(integrationId),
};
