import type { FlatMapEntryResolvers } from '../../types.generated.ts';

export const FlatMapEntry: FlatMapEntryResolvers = {
  account: ({ flat }, _args, { loaders }) => {
    const account = flat?.accountRosdomofonId ?? null;
    return account === null ? null : loaders.accountsByRosdomofonId.load(account);
  },
};
