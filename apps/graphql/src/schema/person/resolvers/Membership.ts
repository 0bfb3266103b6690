import type { MembershipResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const Membership: MembershipResolvers = {
  role: ({ role }) => upperCase(role),
};
