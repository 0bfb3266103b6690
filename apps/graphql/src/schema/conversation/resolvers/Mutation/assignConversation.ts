import { forgetLoaded } from '../../../../context.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { assigneeOf } from '../../../values/assignee.ts';
import { findConversation } from '../../find-conversation.ts';
import { assignmentChangedError, noConversation } from '../../message-outcome.ts';

export const assignConversation: NonNullable<MutationResolvers['assignConversation']> = async (
  _parent,
  { input },
  context,
) => {
  const [assignee, expectedAssignee] = [assigneeOf(input.assignee), assigneeOf(input.expectedAssignee)];
  const known = await findConversation(context.loaders, input.id);
  if (known === null) return notFoundError(...noConversation('id'));
  const given = { conversationId: known.id, assignee, expectedAssignee };
  const result = await context.commands.assignConversation(given);
  forgetLoaded(context);
  if (result.kind === 'changed')
    return { __typename: 'AssignConversationPayload', conversation: result.conversation };
  const now = await context.loaders.conversations.load(known.id);
  return result.kind === 'not-found' || now === null
    ? notFoundError(...noConversation('id'))
    : assignmentChangedError(now);
};
