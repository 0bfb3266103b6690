import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { syncRunFilter } from '../../sync-run-filter.ts';

export const syncRuns: NonNullable<QueryResolvers['syncRuns']> = (_parent, args, { caller, company }) => {
  const filter = syncRunFilter(args.filter);
  return readConnection(args, {
    cursors: cursorCodec('syncRuns', caller.companyId),
    read: (page) => company.listSyncRuns({ filter, page }),
    count: (limit) => company.countSyncRuns({ filter, limit }),
  });
};
