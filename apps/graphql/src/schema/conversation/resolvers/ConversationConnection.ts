import type { ConversationConnectionResolvers } from '../../types.generated.ts';

export const ConversationConnection: ConversationConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
