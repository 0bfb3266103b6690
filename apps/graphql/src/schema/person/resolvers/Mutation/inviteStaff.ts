import { beyondPermissions } from '../../../access/beyond-permissions.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { lowerCase } from '../../../values/enum-value.ts';
import { namedMember } from '../../named-member.ts';

export const inviteStaff: NonNullable<MutationResolvers['inviteStaff']> = async (
  _parent,
  { input },
  { commands, loaders, publicUrl },
) => {
  const result = await commands.inviteStaff({ email: input.email, role: lowerCase(input.role) });
  const path = ['input', 'email'];
  if (result.kind === 'beyond') return beyondPermissions(result.permissions, ['input', 'role']);
  if (result.kind === 'email-invalid')
    return { __typename: 'EmailInvalidError', code: 'EMAIL_INVALID', message: 'It is no e-mail.', path };
  if (result.kind === 'member-already') {
    const member = await namedMember(loaders, result.userId);
    const message = 'The person belongs to the company already.';
    return { __typename: 'StaffExistsError', code: 'STAFF_EXISTS', message, path, member };
  }
  const { invitation, token } = result;
  return { __typename: 'InviteStaffPayload', invitation, token, link: `${publicUrl ?? ''}/join#${token}` };
};
