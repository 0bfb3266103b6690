import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const cannedResponses: NonNullable<QueryResolvers['cannedResponses']> = (
  _parent,
  args,
  { caller, company },
) =>
  readConnection(args, {
    cursors: cursorCodec('cannedResponses', caller.companyId),
    read: (page) => company.listCannedResponses({ page }),
    count: (limit) => company.countCannedResponses({ limit }),
  });
