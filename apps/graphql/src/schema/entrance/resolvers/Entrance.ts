import { readChildren } from '../../../connection/read-children.ts';
import { encodeId } from '../../../ids/node-id.ts';
import type { EntranceResolvers } from '../../types.generated.ts';
import { readFlatMap } from '../flat-map.ts';

export const Entrance: EntranceResolvers = {
  id: ({ id }) => encodeId('Entrance', id),
  rosdomofonId: ({ rosdomofonId }) => Number(rosdomofonId),
  address: (entrance) => entrance,
  flatRanges: async ({ rosdomofonId }, _args, { loaders }) =>
    (await loaders.flatRanges.load(rosdomofonId)).map(({ flatStart: start, flatEnd: end }) => ({
      start,
      end,
    })),
  flatMap: ({ rosdomofonId }, args, { loaders }) => readFlatMap(loaders, rosdomofonId, args),
  flats: ({ rosdomofonId }, args, { caller, loaders }) =>
    readChildren(args, loaders.flatsOf.entrance, rosdomofonId, ['flatsOfEntrance', caller.companyId]),
  services: async ({ rosdomofonId }, _args, { loaders }) =>
    (await loaders.entranceServices.load(rosdomofonId)).map(({ service }) => service),
  company: (_entrance, _args, { loaders }) => loaders.company(),
};
