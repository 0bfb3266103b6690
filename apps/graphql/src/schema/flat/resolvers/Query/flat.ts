import { decodeId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const flat: NonNullable<QueryResolvers['flat']> = (_parent, args, { loaders }) => {
  const id = decodeId('Flat', args.id);
  return id === null ? null : loaders.flats.load(id);
};
