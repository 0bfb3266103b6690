import { decodeId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const integration: NonNullable<QueryResolvers['integration']> = (_parent, args, { loaders }) => {
  const id = decodeId('Integration', args.id);
  return id === null ? null : loaders.integrations.load(id);
};
