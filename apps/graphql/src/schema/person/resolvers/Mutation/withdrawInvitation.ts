import { decodeId } from '../../../../ids/node-id.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const withdrawInvitation: NonNullable<MutationResolvers['withdrawInvitation']> = async (
  _parent,
  { input },
  { commands },
) => {
  const id = decodeId('Invitation', input.id);
  const invitation = id === null ? null : await commands.withdrawInvitation(id);
  return invitation === null
    ? notFoundError('There is no such invitation that is still open.', ['input', 'id'])
    : { __typename: 'WithdrawInvitationPayload', invitation };
};
