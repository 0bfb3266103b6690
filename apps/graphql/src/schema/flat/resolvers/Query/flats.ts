import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { flatFilter } from '../../flat-filter.ts';

export const flats: NonNullable<QueryResolvers['flats']> = async (
  _parent,
  args,
  { caller, company, loaders },
) => {
  const filter = await flatFilter(args.filter, loaders);
  return readConnection(args, {
    cursors: cursorCodec('flats', caller.companyId),
    read: (page) => company.listFlats({ filter, page }),
    count: (limit) => company.countFlats({ filter, limit }),
  });
};
