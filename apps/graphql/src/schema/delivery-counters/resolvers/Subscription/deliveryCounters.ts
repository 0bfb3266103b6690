import type { CountedDeliveries } from '@domovoy/store';
import type { Context } from '../../../../context.ts';
import type { Seen } from '../../../../lookout/sight.ts';
import { seenEvent } from '../../../feed/seen-event.ts';
import type { SubscriptionResolvers } from '../../../types.generated.ts';
import { countsShown, targetsShown } from '../../counts-shown.ts';

export const deliveryCounters: NonNullable<SubscriptionResolvers['deliveryCounters']> = {
  subscribe: async (_parent, _args, { caller, lookouts }) => lookouts.deliveryCounts.follow(caller.companyId),
  resolve: async (event: Seen<CountedDeliveries>, _args: unknown, { loaders }: Context) => {
    if (event.kind !== 'state') return seenEvent(event);
    const { cursor, state } = event;
    return {
      __typename: 'DeliveriesCounted' as const,
      cursor,
      countedAt: state.now,
      counts: countsShown(state.all, state.cut),
      byTarget: await targetsShown(loaders, state),
    };
  },
};
