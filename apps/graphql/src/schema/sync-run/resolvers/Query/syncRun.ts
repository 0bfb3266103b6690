import { decodeId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const syncRun: NonNullable<QueryResolvers['syncRun']> = (_parent, args, { loaders }) => {
  const id = decodeId('SyncRun', args.id);
  return id === null ? null : loaders.syncRuns.load(id);
};
