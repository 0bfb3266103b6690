import { RosDomofonCamera } from '@domovoy/models';
import { z } from 'zod';
import type { Api } from '../../call/api.ts';
import { Id } from '../../call/params.ts';

/** The cameras that the abonent may look through. */
export const cameras = (api: Api) => ({
  list: api.json({
    operation: 'cameras.list',
    call: 'GET /abonents-service/api/{version}/abonents/cameras',
    params: z.strictObject({ version: z.enum(['v2', 'v3']).default('v3') }),
    answer: z.array(RosDomofonCamera),
  }),

  get: api.json({
    operation: 'cameras.get',
    call: 'GET /cameras-service/api/v1/cameras/{cameraId}',
    params: z.strictObject({ cameraId: Id }),
    answer: RosDomofonCamera,
  }),
});
