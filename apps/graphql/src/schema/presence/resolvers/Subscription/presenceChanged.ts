import type { Context } from '../../../../context.ts';
import { abortable } from '../../../../feed/abortable.ts';
import { followPresence, type PresenceEvent } from '../../../../presence/follow-presence.ts';
import { followedConversation } from '../../../conversation/find-conversation.ts';
import type { SubscriptionResolvers } from '../../../types.generated.ts';
import { peopleAt } from '../../people-at.ts';

export const presenceChanged: NonNullable<SubscriptionResolvers['presenceChanged']> = {
  subscribe: async (_parent, args, { caller, feed, loaders, presence }) => {
    const conversationId = await followedConversation(loaders, args.conversationId);
    const leaving = new AbortController();
    const followed = { companyId: caller.companyId, conversationId };
    const given = { cursor: await feed.cursorOfNow(), signal: leaving.signal };
    return abortable(followPresence(presence, followed, given), leaving);
  },
  resolve: async (event: PresenceEvent, _args: unknown, { loaders }: Context) => {
    const { cursor } = event;
    if (event.kind === 'heartbeat') return { __typename: 'Heartbeat' as const, cursor };
    const conversation = await loaders.conversations.load(event.conversationId);
    // Somebody said it of a conversation that the company has not: told to nobody.
    if (conversation === null) return { __typename: 'Heartbeat' as const, cursor };
    return { __typename: 'PresenceChanged' as const, cursor, conversation, presence: peopleAt(event.people) };
  },
};
