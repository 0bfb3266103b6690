import type { FollowEvent } from '../../../../feed/feed-event.ts';
import { feedEvent } from '../../../feed/feed-event.ts';
import type { SubscriptionResolvers } from '../../../types.generated.ts';

export const integrationChanged: NonNullable<SubscriptionResolvers['integrationChanged']> = {
  subscribe: async (_parent, { since }, { caller, feed }) =>
    feed.follow({ companyId: caller.companyId, entity: 'integration', matches: () => true }, since),
  resolve: (event: FollowEvent<'integration'>) =>
    event.kind === 'row'
      ? { __typename: 'IntegrationChanged' as const, cursor: event.cursor, integration: event.row }
      : feedEvent(event),
};
