import { forgetLoaded } from '../../../../context.ts';
import { userInputError } from '../../../../errors/public-error.ts';
import { messageTextError } from '../../../conversation/message-outcome.ts';
import { notFoundError, staleVersionError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { findCannedResponse, noCannedResponse, unknownVariablesError } from '../../canned-outcome.ts';

export const saveCannedResponse: NonNullable<MutationResolvers['saveCannedResponse']> = async (
  _parent,
  { input },
  context,
) => {
  const { id = null, expectedVersion = null, title, text } = input;
  if ((id === null) !== (expectedVersion === null))
    throw userInputError('Say `id` and `expectedVersion` together, or neither.');
  const known = id === null ? null : await findCannedResponse(context.loaders, id);
  if (id !== null && known === null) return notFoundError(...noCannedResponse(['input', 'id']));
  const changes =
    known === null || expectedVersion === null ? null : { cannedResponseId: known.id, expectedVersion };
  const result = await context.commands.saveCannedResponse({ changes, title, text });
  forgetLoaded(context);
  if (result.kind === 'not-found') return notFoundError(...noCannedResponse(['input', 'id']));
  if (result.kind === 'text-refused') return messageTextError();
  if (result.kind === 'unknown-variables') return unknownVariablesError(result.variables, ['input', 'text']);
  const { cannedResponse } = result;
  if (result.kind === 'saved') return { __typename: 'SaveCannedResponsePayload', cannedResponse };
  const { version, updatedBy, updatedAt } = cannedResponse;
  return staleVersionError({ currentVersion: version, changedBy: updatedBy, changedAt: updatedAt });
};
