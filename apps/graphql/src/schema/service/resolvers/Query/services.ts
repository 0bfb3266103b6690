import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { serviceFilter } from '../../service-filter.ts';

export const services: NonNullable<QueryResolvers['services']> = (_parent, args, { caller, company }) => {
  const filter = serviceFilter(args.filter);
  return readConnection(args, {
    cursors: cursorCodec('services', caller.companyId),
    read: (page) => company.listServices({ filter, page }),
    count: (limit) => company.countServices({ filter, limit }),
  });
};
