import type { QueryResolvers } from '../../../types.generated.ts';
import { loadNode } from '../../load-node.ts';

export const node: NonNullable<QueryResolvers['node']> = (_parent, { id }, { loaders }) =>
  loadNode(loaders, id);
