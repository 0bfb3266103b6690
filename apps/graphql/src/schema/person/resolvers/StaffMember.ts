import { encodeId } from '../../../ids/node-id.ts';
import type { StaffMemberResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const StaffMember: StaffMemberResolvers = {
  id: ({ userId }) => encodeId('StaffMember', userId),
  actor: ({ publicId }) => `user:${publicId}`,
  role: ({ role }) => upperCase(role),
  joinedAt: ({ createdAt }) => createdAt,
  addedBy: ({ createdBy }) => createdBy,
};
