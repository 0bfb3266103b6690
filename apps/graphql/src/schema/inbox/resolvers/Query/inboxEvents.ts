import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { lowerCase } from '../../../values/enum-value.ts';

export const inboxEvents: NonNullable<QueryResolvers['inboxEvents']> = (
  _parent,
  args,
  { caller, company },
) => {
  const state = lowerCase(args.state);
  return readConnection(args, {
    cursors: cursorCodec('inboxEvents', caller.companyId),
    read: (page) => company.listInboxEvents({ state, page }),
    count: (limit) => company.countInboxEvents({ state, limit }),
  });
};
