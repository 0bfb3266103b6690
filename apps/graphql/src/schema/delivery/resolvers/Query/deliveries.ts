import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { deliveryFilter } from '../../delivery-filter.ts';

export const deliveries: NonNullable<QueryResolvers['deliveries']> = async (
  _parent,
  args,
  { caller, company, loaders },
) => {
  const filter = await deliveryFilter(loaders, args.filter);
  return readConnection(args, {
    cursors: cursorCodec('deliveries', caller.companyId),
    read: (page) => company.listDeliveries({ filter, page }),
    count: (limit) => company.countDeliveries({ filter, limit }),
  });
};
