import type { SyncDifference } from '@domovoy/store';
import { encodeId } from '../../../ids/node-id.ts';
import type { SyncRunResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';
import { foreignId } from '../../values/foreign-id.ts';

const camelCase = (column: string): string =>
  column.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());

const differenceOf = ({ entity, change, rosdomofonId, label, fields }: SyncDifference) => ({
  entity: upperCase(entity),
  change: upperCase(change),
  rosdomofonId: Number(rosdomofonId),
  label,
  changedFields: fields.map(camelCase),
});

export const SyncRun: SyncRunResolvers = {
  id: ({ id }) => encodeId('SyncRun', id),
  kind: ({ kind }) => upperCase(kind),
  state: ({ state }) => upperCase(state),
  phase: ({ phase }) => phase && upperCase(phase),
  counts: async ({ id }, _args, { loaders }) =>
    (await loaders.syncRunCounts.load(id)).map((count) => ({ ...count, entity: upperCase(count.entity) })),
  differences: ({ differences }) => differences.map(differenceOf),
  problems: ({ problems }) => [...problems],
  error: ({ errorCode, errorMessage }) =>
    errorCode === null ? null : { code: errorCode, message: errorMessage ?? '' },
  accountRosdomofonId: ({ accountRosdomofonId }) => foreignId(accountRosdomofonId),
  account: ({ accountRosdomofonId: account }, _args, { loaders }) =>
    account === null ? null : loaders.accountsByRosdomofonId.load(account),
  company: (_run, _args, { loaders }) => loaders.company(),
};
