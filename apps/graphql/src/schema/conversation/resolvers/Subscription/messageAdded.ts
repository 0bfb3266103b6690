import type { FollowEvent } from '../../../../feed/feed-event.ts';
import { feedEvent } from '../../../feed/feed-event.ts';
import type { SubscriptionResolvers } from '../../../types.generated.ts';
import { followedConversation } from '../../find-conversation.ts';

export const messageAdded: NonNullable<SubscriptionResolvers['messageAdded']> = {
  subscribe: async (_parent, { conversationId, since }, { caller, feed, loaders }) => {
    const wanted = await followedConversation(loaders, conversationId);
    return feed.follow(
      {
        companyId: caller.companyId,
        entity: 'message',
        matches: (message, op) => op === 'added' && (wanted === null || message.conversationId === wanted),
      },
      since,
    );
  },
  resolve: (event: FollowEvent<'message'>) =>
    event.kind === 'row'
      ? { __typename: 'MessageAdded' as const, cursor: event.cursor, message: event.row }
      : feedEvent(event),
};
