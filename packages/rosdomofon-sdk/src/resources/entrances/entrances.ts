import {
  type EntranceMatch,
  RosDomofonEntrance,
  RosDomofonEntranceDetails,
  RosDomofonFlat,
  RosDomofonService,
} from '@domovoy/models';
import { z } from 'zod';
import type { Api } from '../../call/api.ts';
import type { CallOptions } from '../../call/call.ts';
import { Id, paging, Text } from '../../call/params.ts';
import { createEntranceCache, type EntranceCache } from './entrance-cache.ts';
import { type EntranceSearch, findEntrance } from './find-entrance.ts';

const EntranceId = z.strictObject({ entranceId: Id });

const entranceCalls = (api: Api) => ({
  /**
   * Entrances whose address contains `address` ("…, 1" finds "…, 11" too); all of them without it. `await` gives a
   * page, `for await` all of them. They have no flat ranges: those are in `get` and `flats`.
   */
  list: api.pages({
    operation: 'entrances.list',
    call: 'GET /abonents-service/api/v1/entrances',
    params: z.strictObject({ address: Text.optional(), ...paging }),
    query: ({ address }) => ({ address }),
    answer: RosDomofonEntrance,
  }),

  /** One entrance in full, with its address, flat ranges and cameras. */
  get: api.json({
    operation: 'entrances.get',
    call: 'GET /rdas-service/api/v1/entrances/{entranceId}/',
    params: EntranceId,
    answer: RosDomofonEntranceDetails,
  }),

  services: api.json({
    operation: 'entrances.services',
    call: 'GET /abonents-service/api/v1/entrances/{entranceId}/services',
    params: EntranceId,
    answer: z.array(RosDomofonService),
  }),

  flats: api.json({
    operation: 'entrances.flats',
    call: 'GET /abonents-service/api/v1/entrances/{entranceId}/flats',
    params: EntranceId,
    answer: z.array(RosDomofonFlat),
  }),
});
export type EntranceCalls = ReturnType<typeof entranceCalls>;

/** Entrances of houses, with the services that they offer (facts §1.3, §1.5). */
export function entrances(api: Api, cache: EntranceCache = createEntranceCache()) {
  const calls = entranceCalls(api);
  return {
    ...calls,

    /**
     * Which entrance does an address belong to? Exactly one, some for a person to choose from, or none. What is found
     * at an address is remembered for an hour, in `entranceCache`.
     */
    find: async (
      search: EntranceSearch,
      options: CallOptions = {},
    ): Promise<EntranceMatch<RosDomofonEntrance>> => findEntrance(calls, cache, search, options),
  };
}
