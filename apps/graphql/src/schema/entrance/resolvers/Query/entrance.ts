import { decodeId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const entrance: NonNullable<QueryResolvers['entrance']> = (_parent, args, { loaders }) => {
  const id = decodeId('Entrance', args.id);
  return id === null ? null : loaders.entrances.load(id);
};
