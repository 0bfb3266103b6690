import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const apiKeys: NonNullable<QueryResolvers['apiKeys']> = (_parent, args, { caller, company }) => {
  const filter = { isUsable: args.filter?.isUsable ?? undefined };
  return readConnection(args, {
    cursors: cursorCodec('apiKeys', caller.companyId),
    read: (page) => company.listApiKeys({ filter, page }),
    count: (limit) => company.countApiKeys({ filter, limit }),
  });
};
