import { decodeId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const delivery: NonNullable<QueryResolvers['delivery']> = (_parent, args, { loaders }) => {
  const id = decodeId('Delivery', args.id);
  return id === null ? null : loaders.deliveries.load(id);
};
