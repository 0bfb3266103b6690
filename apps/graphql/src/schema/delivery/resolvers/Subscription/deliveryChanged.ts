import type { FollowEvent } from '../../../../feed/feed-event.ts';
import { feedEvent } from '../../../feed/feed-event.ts';
import type { SubscriptionResolvers } from '../../../types.generated.ts';
import { deliveryFilter, matchesDeliveryFilter } from '../../delivery-filter.ts';

export const deliveryChanged: NonNullable<SubscriptionResolvers['deliveryChanged']> = {
  subscribe: async (_parent, args, { caller, feed, loaders }) => {
    const filter = await deliveryFilter(loaders, args.filter);
    return feed.follow(
      {
        companyId: caller.companyId,
        entity: 'delivery',
        matches: (delivery) => matchesDeliveryFilter(delivery, filter),
      },
      args.since,
    );
  },
  resolve: (event: FollowEvent<'delivery'>) =>
    event.kind === 'row'
      ? { __typename: 'DeliveryChanged' as const, cursor: event.cursor, delivery: event.row }
      : feedEvent(event),
};
