import type { Context } from '../../../../context.ts';
import { followPresence, type PresenceEvent } from '../../../../presence/follow-presence.ts';
import { abortable } from '../../../../feed/abortable.ts';
import { followedConversation } from '../../../conversation/find-conversation.ts';
import type { SubscriptionResolvers } from './../../../types.generated.ts';
import { peopleAt } from '../../people-at.ts';

export const presenceChanged: NonNullable<SubscriptionResolvers['presenceChanged']> = {
  subscribe: async (_parent, { conversationId }, { caller, feed, loaders, presence }) => {
    const id = await followedConversation(loaders, conversationId);
    if (id === null) throw new TypeError('an id is required');
    const leaving = new AbortController();
    const place = { companyId: caller.companyId, conversationId: id };
    const given = { cursor: await feed.cursorOfNow(), signal: leaving.signal };
    return abortable(withConversation(followPresence(presence, place, given), id), leaving);
  },
  resolve: async (event: PresenceEvent & { conversationId: bigint }, _args: unknown, { loaders }: Context) => {
    const { cursor } = event;
    if (event.kind === 'heartbeat') return { __typename: 'Heartbeat' as const, cursor };
    const conversation = await loaders.conversations.load(event.conversationId);
    if (conversation === null) throw new TypeError('a conversation is never deleted');
    return { __typename: 'PresenceChanged' as const, cursor, conversation, presence: peopleAt(event.people) };
  },
};

async function* withConversation(events: AsyncGenerator<PresenceEvent[], void, void>, conversationId: bigint) {
  for await (const batch of events) yield batch.map((event) => ({ ...event, conversationId }));
}
