import { decodeId } from '../../../../ids/node-id.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const revokeSession: NonNullable<MutationResolvers['revokeSession']> = async (
  _parent,
  { input },
  { commands },
) => {
  const id = decodeId('Session', input.id);
  const isRevoked = id !== null && (await commands.revokeSession(id));
  return isRevoked
    ? { __typename: 'RevokeSessionPayload', revokedId: input.id }
    : notFoundError('There is no such session of the caller.', ['input', 'id']);
};
