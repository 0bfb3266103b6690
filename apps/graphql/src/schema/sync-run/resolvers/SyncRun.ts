import { encodeId } from '../../../ids/node-id.ts';
import type { SyncRunResolvers } from './../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';
import { foreignId } from '../../values/foreign-id.ts';

export const SyncRun: SyncRunResolvers = {
  id: ({ id }) => encodeId('SyncRun', id),
  kind: ({ kind }) => upperCase(kind),
  state: ({ state }) => upperCase(state),
  phase: ({ phase }) => phase && upperCase(phase),
  counts: async ({ id }, _args, { loaders }) =>
    (await loaders.syncRunCounts.load(id)).map((count) => ({ ...count, entity: upperCase(count.entity) })),
  problems: ({ problems }) => [...problems],
  error: ({ errorCode, errorMessage }) =>
    errorCode === null ? null : { code: errorCode, message: errorMessage ?? '' },
  accountRosdomofonId: ({ accountRosdomofonId }) => foreignId(accountRosdomofonId),
  account: ({ accountRosdomofonId: account }, _args, { loaders }) =>
    account === null ? null : loaders.accountsByRosdomofonId.load(account),
  company: (_run, _args, { loaders }) => loaders.company(),
};
