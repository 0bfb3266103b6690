import { cursorCodec } from '../../../connection/cursor.ts';
import { readConnection } from '../../../connection/read-connection.ts';
import { encodeId } from '../../../ids/node-id.ts';
import type { ConversationResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const Conversation: Pick<
  ConversationResolvers,
  | 'abonent'
  | 'abonentRosdomofonId'
  | 'assignee'
  | 'channel'
  | 'company'
  | 'createdAt'
  | 'draft'
  | 'id'
  | 'lastMessageAt'
  | 'messages'
  | 'snoozedBy'
  | 'snoozedUntil'
  | 'state'
  | 'unreadCount'
  | 'viewerUnreadCount'
  | '__isTypeOf'
> = {
  id: ({ id }) => encodeId('Conversation', id),
  state: ({ state }) => upperCase(state),
  unreadCount: ({ unread }) => unread,
  viewerUnreadCount: async ({ id, unread }, _args, { loaders }) =>
    (await loaders.personalUnread.load(id))?.count ?? unread,
  draft: ({ id }, _args, { loaders }) => loaders.drafts.load(id),
  abonentRosdomofonId: ({ abonentRosdomofonId }) => Number(abonentRosdomofonId),
  abonent: ({ abonentRosdomofonId }, _args, { loaders }) =>
    loaders.abonentsByRosdomofonId.load(abonentRosdomofonId),
  company: (_conversation, _args, { loaders }) => loaders.company(),
  messages: ({ id }, args, { caller, loaders }) =>
    readConnection(args, {
      cursors: cursorCodec('messages', caller.companyId, id),
      read: (page) => loaders.messagePages.load({ parentId: id, page }),
      count: (limit) => loaders.messageCounts.load({ parentId: id, limit }),
    }),
};
