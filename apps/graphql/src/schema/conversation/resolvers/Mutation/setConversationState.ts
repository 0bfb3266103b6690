import { forgetLoaded } from '../../../../context.ts';
import { userInputError } from '../../../../errors/public-error.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { lowerCase } from '../../../values/enum-value.ts';
import { findConversation } from '../../find-conversation.ts';
import { conversationStateError, noConversation } from '../../message-outcome.ts';

export const setConversationState: NonNullable<MutationResolvers['setConversationState']> = async (
  _parent,
  { input },
  context,
) => {
  if (input.state === 'PENDING') throw userInputError('A conversation becomes `PENDING` by an answer.');
  const known = await findConversation(context.loaders, input.id);
  if (known === null) return notFoundError(...noConversation('id'));
  const expected = input.expectedState ? { expectedState: lowerCase(input.expectedState) } : {};
  const given = { conversationId: known.id, ...expected };
  const { commands } = context;
  const result = await (input.state === 'OPEN'
    ? commands.reopenConversation(given)
    : commands.resolveConversation(given));
  forgetLoaded(context);
  if (result.kind === 'changed')
    return { __typename: 'SetConversationStatePayload', conversation: result.conversation };
  const now = await context.loaders.conversations.load(known.id);
  return now === null ? notFoundError(...noConversation('id')) : conversationStateError(now);
};
