import { forgetLoaded } from '../../../../context.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { findConversation, findMessage } from '../../find-conversation.ts';
import { noConversation, noMessage } from '../../message-outcome.ts';

export const markRead: NonNullable<MutationResolvers['markRead']> = async (_parent, { input }, context) => {
  const [conversation, message] = await Promise.all([
    findConversation(context.loaders, input.conversationId),
    findMessage(context.loaders, input.upToMessageId),
  ]);
  if (conversation === null) return notFoundError(...noConversation('conversationId'));
  if (message?.conversationId !== conversation.id) return notFoundError(...noMessage('upToMessageId'));
  const result = await context.commands.markConversationRead({
    conversationId: conversation.id,
    upToMessageId: message.id,
  });
  forgetLoaded(context);
  return result.kind === 'changed'
    ? { __typename: 'MarkReadPayload', conversation: result.conversation }
    : notFoundError(...noConversation('conversationId'));
};
