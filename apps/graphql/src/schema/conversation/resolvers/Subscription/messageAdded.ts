import { userInputError } from '../../../../errors/public-error.ts';
import type { FollowEvent } from '../../../../feed/feed-event.ts';
import { decodeId } from '../../../../ids/node-id.ts';
import type { Loaders } from '../../../../loaders.ts';
import { feedEvent } from '../../../feed/feed-event.ts';
import type { SubscriptionResolvers } from './../../../types.generated.ts';

export const messageAdded: NonNullable<SubscriptionResolvers['messageAdded']> = {
  subscribe: async (_parent, { conversationId, since }, { caller, feed, loaders }) => {
    const wanted = typeof conversationId === 'string' ? await ownConversation(loaders, conversationId) : null;
    return feed.follow(
      {
        companyId: caller.companyId,
        entity: 'message',
        matches: (message) => wanted === null || message.conversationId === wanted,
      },
      since,
    );
  },
  resolve: (event: FollowEvent<'message'>) =>
    event.kind === 'row'
      ? { __typename: 'MessageAdded' as const, cursor: event.cursor, message: event.row }
      : feedEvent(event),
};

/** A subscription to nothing would wait for ever. */
async function ownConversation(loaders: Loaders, text: string): Promise<bigint> {
  const id = decodeId('Conversation', text);
  if (id === null || !(await loaders.conversations.load(id)))
    throw userInputError('There is no conversation with this id.');
  return id;
}
