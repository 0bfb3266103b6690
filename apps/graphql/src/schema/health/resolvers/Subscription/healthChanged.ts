import type { Health } from '@domovoy/domain';
import type { Seen } from '../../../../lookout/sight.ts';
import { seenEvent } from '../../../feed/seen-event.ts';
import type { SubscriptionResolvers } from '../../../types.generated.ts';

export const healthChanged: NonNullable<SubscriptionResolvers['healthChanged']> = {
  subscribe: async (_parent, _args, { caller, lookouts }) => lookouts.health.follow(caller.companyId),
  resolve: (event: Seen<Health>) =>
    event.kind === 'state'
      ? { __typename: 'HealthChanged' as const, cursor: event.cursor, health: event.state }
      : seenEvent(event),
};
