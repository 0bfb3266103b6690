import { readChildren } from '../../../connection/read-children.ts';
import { encodeId } from '../../../ids/node-id.ts';
import type { FlatResolvers } from '../../types.generated.ts';
import { foreignId } from '../../values/foreign-id.ts';

export const Flat: FlatResolvers = {
  id: ({ id }) => encodeId('Flat', id),
  rosdomofonId: ({ rosdomofonId }) => Number(rosdomofonId),
  entranceRosdomofonId: ({ entranceRosdomofonId }) => foreignId(entranceRosdomofonId),
  entrance: ({ entranceRosdomofonId: entrance }, _args, { loaders }) =>
    entrance === null ? null : loaders.entrancesByRosdomofonId.load(entrance),
  accountRosdomofonId: ({ accountRosdomofonId }) => foreignId(accountRosdomofonId),
  account: ({ accountRosdomofonId: account }, _args, { loaders }) =>
    account === null ? null : loaders.accountsByRosdomofonId.load(account),
  ownerRosdomofonId: ({ ownerAbonentRosdomofonId }) => foreignId(ownerAbonentRosdomofonId),
  owner: ({ ownerAbonentRosdomofonId: owner }, _args, { loaders }) =>
    owner === null ? null : loaders.abonentsByRosdomofonId.load(owner),
  serviceConnections: ({ rosdomofonId }, args, { caller, loaders }) =>
    readChildren(args, loaders.serviceConnectionsOf.flat, rosdomofonId, [
      'serviceConnectionsOfFlat',
      caller.companyId,
    ]),
  company: (_flat, _args, { loaders }) => loaders.company(),
};
