import type { FollowEvent } from '../../../../feed/feed-event.ts';
import { feedEvent } from '../../../feed/feed-event.ts';
import type { SubscriptionResolvers } from '../../../types.generated.ts';

export const deliveryTargetChanged: NonNullable<SubscriptionResolvers['deliveryTargetChanged']> = {
  subscribe: async (_parent, { since }, { caller, feed }) =>
    feed.follow({ companyId: caller.companyId, entity: 'delivery_target', matches: () => true }, since),
  resolve: (event: FollowEvent<'delivery_target'>) =>
    event.kind === 'row'
      ? { __typename: 'DeliveryTargetChanged' as const, cursor: event.cursor, target: event.row }
      : feedEvent(event),
};
