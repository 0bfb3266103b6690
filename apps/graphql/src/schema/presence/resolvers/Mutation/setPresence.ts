import { findConversation } from '../../../conversation/find-conversation.ts';
import { noConversation } from '../../../conversation/message-outcome.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { lowerCase } from '../../../values/enum-value.ts';

export const setPresence: NonNullable<MutationResolvers['setPresence']> = async (
  _parent,
  { input },
  { caller, loaders, presence },
) => {
  const known = await findConversation(loaders, input.conversationId);
  if (known === null) return notFoundError(...noConversation('conversationId'));
  const state = input.state ? lowerCase(input.state) : null;
  const place = { companyId: caller.companyId, conversationId: known.id };
  await presence.set(place, caller.actor, state);
  return { __typename: 'SetPresencePayload', holdsForMs: presence.holdsForMs(state ?? 'reading') };
};
