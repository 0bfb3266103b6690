import type { QueryResolvers } from '../../../types.generated.ts';

export const messagingPolicy: NonNullable<QueryResolvers['messagingPolicy']> = (
  _parent,
  _args,
  { commands },
) => commands.readMessagingPolicy();
