import type { ConversationResolvers } from '../../types.generated.ts';
import { peopleAt } from '../people-at.ts';

export const Conversation: Pick<ConversationResolvers, 'presence' | '__isTypeOf'> = {
  presence: ({ id }, _args, { caller, presence }) =>
    peopleAt(presence.at({ companyId: caller.companyId, conversationId: id })),
};
