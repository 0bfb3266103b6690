import type { BroadcastRecipientResolvers } from '../../types.generated.ts';

export const BroadcastRecipient: BroadcastRecipientResolvers = {
  abonentRosdomofonId: ({ abonentRosdomofonId }) => Number(abonentRosdomofonId),
  abonent: ({ abonentRosdomofonId }, _args, { loaders }) =>
    loaders.abonentsByRosdomofonId.load(abonentRosdomofonId),
};
