import { userInputError } from '../../../../errors/public-error.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { loadNode } from '../../load-node.ts';

const MAX_IDS = 100;

export const nodes: NonNullable<QueryResolvers['nodes']> = (_parent, { ids }, { loaders }) => {
  if (ids.length > MAX_IDS) throw userInputError(`At most ${MAX_IDS} ids at once.`);
  return Promise.all(ids.map((id) => loadNode(loaders, id)));
};
