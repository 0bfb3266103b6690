import { RosDomofonFlat } from '@domovoy/models';
import { z } from 'zod';
import type { Api } from '../../call/api.ts';
import { Id } from '../../call/params.ts';

/** People with a phone (facts §1.3). */
export const abonents = (api: Api) => ({
  /**
   * The flats of an abonent, in all accounts. The service is seen to answer this only now and then;
   * `accounts.flats` is reliable.
   */
  flats: api.json({
    operation: 'abonents.flats',
    call: 'GET /abonents-service/api/v1/abonents/{abonentId}/flats',
    params: z.strictObject({ abonentId: Id }),
    answer: z.array(RosDomofonFlat),
  }),
});
