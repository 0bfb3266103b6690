import type { InvitationConnectionResolvers } from '../../types.generated.ts';

export const InvitationConnection: InvitationConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
