import { requirePermission } from '../../../../access/forbidden-error.ts';
import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const abonents: NonNullable<QueryResolvers['abonents']> = (_parent, args, { caller, company }) => {
  // With exact answers whole phones could be found out one by one.
  if (args.filter?.phone != null) requirePermission(caller, 'SEE_PHONES');
  const filter = { phone: args.filter?.phone ?? undefined };
  return readConnection(args, {
    cursors: cursorCodec('abonents', caller.companyId),
    read: (page) => company.listAbonents({ filter, page }),
    count: (limit) => company.countAbonents({ filter, limit }),
  });
};
