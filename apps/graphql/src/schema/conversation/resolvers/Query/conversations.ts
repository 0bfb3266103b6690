import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { conversationFilter } from '../../conversation-filter.ts';

export const conversations: NonNullable<QueryResolvers['conversations']> = (
  _parent,
  args,
  { caller, company },
) => {
  const filter = conversationFilter(args.filter, caller.actor);
  return readConnection(args, {
    cursors: cursorCodec('conversations', caller.companyId),
    read: (page) => company.listConversations({ filter, page }),
    count: (limit) => company.countConversations({ filter, limit }),
  });
};
