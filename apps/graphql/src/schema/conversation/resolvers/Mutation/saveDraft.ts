import { forgetLoaded } from '../../../../context.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { findConversation } from '../../find-conversation.ts';
import { messageTextError, noConversation } from '../../message-outcome.ts';

export const saveDraft: NonNullable<MutationResolvers['saveDraft']> = async (_parent, { input }, context) => {
  const known = await findConversation(context.loaders, input.conversationId);
  if (known === null) return notFoundError(...noConversation('conversationId'));
  const result = await context.commands.saveDraft({ conversationId: known.id, text: input.text });
  forgetLoaded(context);
  if (result.kind === 'not-found') return notFoundError(...noConversation('conversationId'));
  return result.kind === 'too-long'
    ? messageTextError()
    : { __typename: 'SaveDraftPayload', conversation: known };
};
