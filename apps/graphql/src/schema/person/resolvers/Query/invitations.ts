import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const invitations: NonNullable<QueryResolvers['invitations']> = (_parent, args, { caller, company }) =>
  readConnection(args, {
    cursors: cursorCodec('invitations', caller.companyId),
    read: (page) => company.listInvitations({ page }),
    count: (limit) => company.countInvitations({ limit }),
  });
