import { forgetLoaded } from '../../../../context.ts';
import { decodeId } from '../../../../ids/node-id.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from './../../../types.generated.ts';
import { requestedRun } from '../../requested-run.ts';

export const cancelSyncRun: NonNullable<MutationResolvers['cancelSyncRun']> = async (
  _parent,
  { input },
  context,
) => {
  const path = ['input', 'id'];
  const id = decodeId('SyncRun', input.id);
  const known = id === null ? null : await context.loaders.syncRuns.load(id);
  if (known === null) return notFoundError('There is no such reading.', path);
  const isCancelled = await context.commands.cancelSyncRun(known.id);
  forgetLoaded(context);
  const syncRun = await requestedRun(context.company, known.id);
  if (isCancelled) return { __typename: 'CancelSyncRunPayload', syncRun };
  const message = 'The reading has ended.';
  return { __typename: 'SyncRunStateError', code: 'SYNC_RUN_STATE', message, path, syncRun };
};
