import { AbonentKey } from '@domovoy/models';
import { z } from 'zod';
import type { Api } from '../../call/api.ts';
import { Id, Text } from '../../call/params.ts';

/** The doors that the abonent may open. */
export const keys = (api: Api) => ({
  list: api.json({
    operation: 'keys.list',
    call: 'GET /abonents-service/api/v2/abonents/keys',
    params: z.strictObject({}),
    answer: z.array(AbonentKey),
  }),

  /** Opens the door. Never repeated blindly: a door that opens a second time, later, is open for nobody. */
  activate: api.nothing({
    operation: 'keys.activate',
    call: 'POST /rdas-service/api/v1/rdas/{adapterId}/activate_key',
    params: z.strictObject({ adapterId: z.union([Id, Text]), relay: z.int().nonnegative() }),
    json: ({ relay }) => ({ rele: relay }), // so it is called on the wire
  }),
});
