import { forgetLoaded } from '../../../../context.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { findCannedResponse, noCannedResponse } from '../../canned-outcome.ts';

export const deleteCannedResponse: NonNullable<MutationResolvers['deleteCannedResponse']> = async (
  _parent,
  { input },
  context,
) => {
  const known = await findCannedResponse(context.loaders, input.id);
  const isDeleted = known !== null && (await context.commands.deleteCannedResponse(known.id));
  forgetLoaded(context);
  return isDeleted
    ? { __typename: 'DeleteCannedResponsePayload', deletedId: input.id }
    : notFoundError(...noCannedResponse(['input', 'id']));
};
