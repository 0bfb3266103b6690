import { decodeId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const integrationHealth: NonNullable<QueryResolvers['integrationHealth']> = (
  _parent,
  args,
  { loaders },
) => {
  const id = decodeId('Integration', args.id);
  return id === null ? null : loaders.integrationHealths.load(id);
};
