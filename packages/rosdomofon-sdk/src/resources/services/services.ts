import { RosDomofonService, ServiceConnection } from '@domovoy/models';
import { z } from 'zod';
import type { Api } from '../../call/api.ts';
import { Id, paging } from '../../call/params.ts';

/** What flats can be connected to (facts §1.3). */
export const services = (api: Api) => ({
  /** Of the operator; `await` gives a page, `for await` all of them. */
  list: api.pages({
    operation: 'services.list',
    call: 'GET /abonents-service/api/v1/services',
    params: z.strictObject(paging),
    answer: RosDomofonService,
  }),

  /** Every flat that is connected to the service, one at a time. */
  connections: api.rows({
    operation: 'services.connections',
    call: 'GET /abonents-service/api/v1/services/{serviceId}/connections',
    params: z.strictObject({ serviceId: Id }),
    answer: ServiceConnection,
  }),

  /** Never repeated blindly: look at `accounts.connections` before connecting again. */
  connect: api.json({
    operation: 'services.connect',
    call: 'POST /abonents-service/api/v1/services/{serviceId}/connections',
    params: z.strictObject({ serviceId: Id, flatId: Id, accountId: Id.optional() }),
    json: ({ flatId, accountId }) => ({ flatId, accountId }),
    answer: z.looseObject({ id: z.int() }),
  }),
});
