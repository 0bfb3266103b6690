import { z } from 'zod';
import type { Api } from '../../call/api.ts';
import { Id } from '../../call/params.ts';

const params = z.strictObject({ connectionId: Id });

/** Flats connected to services; `services.connect` makes them (facts §1.3). */
export const serviceConnections = (api: Api) => ({
  block: api.nothing({
    operation: 'serviceConnections.block',
    call: 'PUT /abonents-service/api/v1/services_connections/{connectionId}/block',
    params,
  }),

  unblock: api.nothing({
    operation: 'serviceConnections.unblock',
    call: 'DELETE /abonents-service/api/v1/services_connections/{connectionId}/block',
    params,
  }),
});
