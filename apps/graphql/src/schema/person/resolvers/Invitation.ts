import { encodeId } from '../../../ids/node-id.ts';
import type { InvitationResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const Invitation: InvitationResolvers = {
  id: ({ id }) => encodeId('Invitation', id),
  role: ({ role }) => upperCase(role),
};
