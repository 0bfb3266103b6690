import { forgetLoaded } from '../../../../context.ts';
import { beyondPermissions } from '../../../access/beyond-permissions.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { lowerCase } from '../../../values/enum-value.ts';
import { findMember, lastOwnerError, namedMember, noMember } from '../../named-member.ts';

export const setRole: NonNullable<MutationResolvers['setRole']> = async (_parent, { input }, context) => {
  const known = await findMember(context.loaders, input.id);
  if (known === null) return notFoundError(...noMember);
  const result = await context.commands.setRole(known.userId, lowerCase(input.role));
  if (result.kind === 'not-found') return notFoundError(...noMember);
  if (result.kind === 'last-owner') return lastOwnerError();
  if (result.kind === 'beyond') return beyondPermissions(result.permissions, ['input', 'role']);
  forgetLoaded(context);
  return { __typename: 'SetRolePayload', member: await namedMember(context.loaders, known.userId) };
};
