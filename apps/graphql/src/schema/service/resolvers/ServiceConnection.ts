import { encodeId } from '../../../ids/node-id.ts';
import type { ServiceConnectionResolvers } from '../../types.generated.ts';
import { foreignId } from '../../values/foreign-id.ts';
import { money } from '../../values/money.ts';

export const ServiceConnection: ServiceConnectionResolvers = {
  id: ({ id }) => encodeId('ServiceConnection', id),
  rosdomofonId: ({ rosdomofonId }) => Number(rosdomofonId),
  serviceRosdomofonId: ({ serviceRosdomofonId }) => Number(serviceRosdomofonId),
  service: ({ serviceRosdomofonId }, _args, { loaders }) =>
    loaders.servicesByRosdomofonId.load(serviceRosdomofonId),
  accountRosdomofonId: ({ accountRosdomofonId }) => foreignId(accountRosdomofonId),
  account: ({ accountRosdomofonId: account }, _args, { loaders }) =>
    account === null ? null : loaders.accountsByRosdomofonId.load(account),
  flatRosdomofonId: ({ flatRosdomofonId }) => foreignId(flatRosdomofonId),
  flat: ({ flatRosdomofonId: flat }, _args, { loaders }) =>
    flat === null ? null : loaders.flatsByRosdomofonId.load(flat),
  tariff: ({ tariff, currency }) => money(tariff, currency),
  company: (_connection, _args, { loaders }) => loaders.company(),
};
