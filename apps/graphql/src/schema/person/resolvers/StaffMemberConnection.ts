import type { StaffMemberConnectionResolvers } from '../../types.generated.ts';

export const StaffMemberConnection: StaffMemberConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
