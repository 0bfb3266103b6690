import { forgetLoaded } from '../../../../context.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import { timeRefusedError } from '../../../sign-up-review/review-outcome.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { findConversation } from '../../find-conversation.ts';
import { noConversation } from '../../message-outcome.ts';

export const snoozeConversation: NonNullable<MutationResolvers['snoozeConversation']> = async (
  _parent,
  { input },
  context,
) => {
  const known = await findConversation(context.loaders, input.id);
  if (known === null) return notFoundError(...noConversation('id'));
  const given = { conversationId: known.id, until: input.until ?? null };
  const result = await context.commands.snoozeConversation(given);
  forgetLoaded(context);
  if (result.kind === 'not-found') return notFoundError(...noConversation('id'));
  return result.kind === 'time-refused'
    ? timeRefusedError()
    : { __typename: 'SnoozeConversationPayload', conversation: result.conversation };
};
