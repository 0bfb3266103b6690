import { decodeId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const service: NonNullable<QueryResolvers['service']> = (_parent, args, { loaders }) => {
  const id = decodeId('Service', args.id);
  return id === null ? null : loaders.services.load(id);
};
