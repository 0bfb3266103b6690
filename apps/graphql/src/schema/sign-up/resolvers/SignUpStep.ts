import type { SignUpStepResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const SignUpStep: SignUpStepResolvers = {
  step: ({ step }) => upperCase(step),
  state: ({ state }) => upperCase(state),
  delivery: ({ deliveryId }, _args, { loaders }) => loaders.deliveries.load(deliveryId),
};
