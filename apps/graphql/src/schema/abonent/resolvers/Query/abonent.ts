import { decodeId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const abonent: NonNullable<QueryResolvers['abonent']> = (_parent, args, { loaders }) => {
  const id = decodeId('Abonent', args.id);
  return id === null ? null : loaders.abonents.load(id);
};
