import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { signUpFilter } from '../../sign-up-filter.ts';

export const signUps: NonNullable<QueryResolvers['signUps']> = (_parent, args, { caller, company }) => {
  const filter = signUpFilter(args.filter);
  return readConnection(args, {
    cursors: cursorCodec('signUps', caller.companyId),
    read: (page) => company.listSignUps({ filter, page }),
    count: (limit) => company.countSignUps({ filter, limit }),
  });
};
