import { decodeId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const account: NonNullable<QueryResolvers['account']> = (_parent, args, { loaders }) => {
  const id = decodeId('Account', args.id);
  return id === null ? null : loaders.accounts.load(id);
};
