import { forgetLoaded } from '../../../../context.ts';
import { idempotencyConflict, idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import { notFoundError, rosdomofonOffError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { messageToSend } from '../../message-input.ts';
import {
  conversationMovedError,
  messageTextError,
  namedMessage,
  namedMessages,
  noConversation,
} from '../../message-outcome.ts';

export const sendMessage: NonNullable<MutationResolvers['sendMessage']> = async (
  _parent,
  { input },
  context,
) => {
  const idempotencyKey = idempotencyKeyOf(input);
  const given = await messageToSend(context.loaders, input);
  if ('__typename' in given) return given;
  const result = await context.commands.sendMessage({ ...given, idempotencyKey });
  forgetLoaded(context);
  if (result.kind === 'key-conflict') return idempotencyConflict();
  if (result.kind === 'not-found') return notFoundError(...noConversation('conversationId'));
  if (result.kind === 'off') return rosdomofonOffError(result.kind);
  if (result.kind === 'text-refused') return messageTextError();
  if (result.kind === 'conversation-moved')
    return conversationMovedError(await namedMessages(context.loaders, result.newMessageIds));
  return { __typename: 'SendMessagePayload', message: await namedMessage(context.loaders, result.messageId) };
};
