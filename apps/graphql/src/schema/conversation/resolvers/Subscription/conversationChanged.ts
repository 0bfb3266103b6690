import type { FollowEvent } from '../../../../feed/feed-event.ts';
import { feedEvent } from '../../../feed/feed-event.ts';
import type { SubscriptionResolvers } from '../../../types.generated.ts';
import { conversationFilter, matchesConversationFilter } from '../../conversation-filter.ts';

export const conversationChanged: NonNullable<SubscriptionResolvers['conversationChanged']> = {
  subscribe: async (_parent, args, { caller, feed }) => {
    const filter = conversationFilter(args.filter, caller.actor);
    return feed.follow(
      {
        companyId: caller.companyId,
        entity: 'conversation',
        matches: (conversation) => matchesConversationFilter(conversation, filter),
      },
      args.since,
    );
  },
  resolve: (event: FollowEvent<'conversation'>) =>
    event.kind === 'row'
      ? { __typename: 'ConversationChanged' as const, cursor: event.cursor, conversation: event.row }
      : feedEvent(event),
};
