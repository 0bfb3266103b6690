import type { DeliveryAttemptResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const DeliveryAttempt: DeliveryAttemptResolvers = {
  outcome: ({ outcome }) => upperCase(outcome),
  lateOutcome: ({ lateOutcome }) => lateOutcome && upperCase(lateOutcome),
};
