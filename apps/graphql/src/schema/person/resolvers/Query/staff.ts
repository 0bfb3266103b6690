import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const staff: NonNullable<QueryResolvers['staff']> = (_parent, args, { caller, company }) =>
  readConnection(args, {
    cursors: cursorCodec('staff', caller.companyId),
    read: (page) => company.listStaff({ page }),
    count: (limit) => company.countStaff({ limit }),
  });
