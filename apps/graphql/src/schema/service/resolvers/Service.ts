import { readChildren } from '../../../connection/read-children.ts';
import { encodeId } from '../../../ids/node-id.ts';
import type { ServiceResolvers } from '../../types.generated.ts';

export const Service: ServiceResolvers = {
  id: ({ id }) => encodeId('Service', id),
  rosdomofonId: ({ rosdomofonId }) => Number(rosdomofonId),
  serviceConnections: ({ rosdomofonId }, args, { caller, loaders }) =>
    readChildren(args, loaders.serviceConnectionsOf.service, rosdomofonId, [
      'serviceConnectionsOfService',
      caller.companyId,
    ]),
  company: (_service, _args, { loaders }) => loaders.company(),
};
