import { findConversation } from '../../../conversation/find-conversation.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { findCannedResponse, noCannedResponse, unknownVariablesError } from '../../canned-outcome.ts';

export const renderCannedResponse: NonNullable<QueryResolvers['renderCannedResponse']> = async (
  _parent,
  args,
  { commands, loaders },
) => {
  const [canned, conversation] = await Promise.all([
    findCannedResponse(loaders, args.id),
    findConversation(loaders, args.conversationId),
  ]);
  if (canned === null) return notFoundError(...noCannedResponse(['id']));
  if (conversation === null) return notFoundError('There is no such conversation.', ['conversationId']);
  const given = { cannedResponseId: canned.id, conversationId: conversation.id };
  const result = await commands.renderCannedResponse(given);
  if (result.kind === 'not-found') return notFoundError(...noCannedResponse(['id']));
  if (result.kind === 'unknown-variables') return unknownVariablesError(result.variables, ['id']);
  const { text, missing } = result;
  return { __typename: 'RenderCannedResponsePayload', text, missingVariables: [...missing] };
};
