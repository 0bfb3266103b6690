import { forgetLoaded } from '../../../../context.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { findMember, lastOwnerError, noMember } from '../../named-member.ts';

export const removeStaff: NonNullable<MutationResolvers['removeStaff']> = async (
  _parent,
  { input },
  context,
) => {
  const known = await findMember(context.loaders, input.id);
  if (known === null) return notFoundError(...noMember);
  const result = await context.commands.removeStaff(known.userId);
  if (result.kind === 'not-found') return notFoundError(...noMember);
  if (result.kind === 'last-owner') return lastOwnerError();
  forgetLoaded(context);
  return { __typename: 'RemoveStaffPayload', removedId: input.id };
};
