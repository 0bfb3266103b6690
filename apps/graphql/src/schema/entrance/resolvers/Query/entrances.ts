import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { entranceFilter } from '../../entrance-filter.ts';

export const entrances: NonNullable<QueryResolvers['entrances']> = async (
  _parent,
  args,
  { caller, company, loaders },
) => {
  const filter = await entranceFilter(args, loaders);
  return readConnection(args, {
    cursors: cursorCodec('entrances', caller.companyId),
    read: (page) => company.listEntrances({ filter, page }),
    count: (limit) => company.countEntrances({ filter, limit }),
  });
};
