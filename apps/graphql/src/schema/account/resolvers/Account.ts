import { readChildren } from '../../../connection/read-children.ts';
import { encodeId } from '../../../ids/node-id.ts';
import type { AccountResolvers } from '../../types.generated.ts';
import { foreignId } from '../../values/foreign-id.ts';
import { money } from '../../values/money.ts';

export const Account: AccountResolvers = {
  id: ({ id }) => encodeId('Account', id),
  rosdomofonId: ({ rosdomofonId }) => Number(rosdomofonId),
  ownerRosdomofonId: ({ ownerAbonentRosdomofonId }) => foreignId(ownerAbonentRosdomofonId),
  owner: ({ ownerAbonentRosdomofonId: owner }, _args, { loaders }) =>
    owner === null ? null : loaders.abonentsByRosdomofonId.load(owner),
  balance: ({ balance, balanceCurrency }) => money(balance, balanceCurrency),
  recommendedPayment: ({ recommendedPayment, balanceCurrency }) => money(recommendedPayment, balanceCurrency),
  flats: ({ rosdomofonId }, args, { caller, loaders }) =>
    readChildren(args, loaders.flatsOf.account, rosdomofonId, ['flatsOfAccount', caller.companyId]),
  serviceConnections: ({ rosdomofonId }, args, { caller, loaders }) =>
    readChildren(args, loaders.serviceConnectionsOf.account, rosdomofonId, [
      'serviceConnectionsOfAccount',
      caller.companyId,
    ]),
  company: (_account, _args, { loaders }) => loaders.company(),
};
