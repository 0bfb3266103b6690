import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { accountFilter } from '../../account-filter.ts';

export const accounts: NonNullable<QueryResolvers['accounts']> = (_parent, args, { caller, company }) => {
  const filter = accountFilter(args, caller);
  return readConnection(args, {
    cursors: cursorCodec('accounts', caller.companyId),
    read: (page) => company.listAccounts({ filter, page }),
    count: (limit) => company.countAccounts({ filter, limit }),
  });
};
