import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { lowerCase } from '../../../values/enum-value.ts';

export const jobs: NonNullable<QueryResolvers['jobs']> = (_parent, args, { caller, company }) => {
  const filter = {
    kinds: args.filter?.kind ?? undefined,
    states: args.filter?.state?.map((state) => lowerCase(state)),
  };
  return readConnection(args, {
    cursors: cursorCodec('jobs', caller.companyId),
    read: (page) => company.listJobs({ filter, page }),
    count: (limit) => company.countJobs({ filter, limit }),
  });
};
