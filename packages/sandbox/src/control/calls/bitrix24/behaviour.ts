import { z } from 'zod';
import { defineCall } from '../../call.ts';

export const readPortalBehaviour = defineCall({
  method: 'GET',
  path: '/bitrix24/behaviour',
  summary: 'The limits of the Bitrix24 portal, the life of its tokens, its plan.',
  accepts: z.strictObject({}),
  run: (_nothing, { bitrix24 }) => bitrix24.behaviour,
});

export const changePortalBehaviour = defineCall({
  method: 'POST',
  path: '/bitrix24/behaviour',
  summary: 'Changes them, until the next reset.',
  accepts: z.strictObject({
    limits: z
      .enum(['on', 'off'])
      .optional()
      .describe('off: nothing is refused for being too much, nothing is charged'),
    burst: z.number().min(1).optional().describe('so many requests at once (50; Enterprise 250)'),
    perSecond: z.number().positive().optional().describe('and so many a second (2; Enterprise 5)'),
    operatingLimitS: z
      .number()
      .positive()
      .optional()
      .describe('seconds that a webhook or application may spend in a method in ten minutes (480)'),
    cutAfterS: z
      .number()
      .positive()
      .optional()
      .describe('a batch whose commands take longer is answered by the gateway, with a page and 504 (60)'),
    tokenLifetimeS: z.int().min(1).optional().describe('how long new access tokens are good for (3600)'),
    refreshLifetimeS: z.int().min(1).optional().describe('and refresh tokens (180 days)'),
    licenceFamily: z.string().optional().describe('what app.info says: ent, pro, std …'),
    hasSubscription: z.boolean().optional().describe('false: everything is refused with ACCESS_DENIED'),
  }),
  run: (changes, { bitrix24 }) => Object.assign(bitrix24.behaviour, changes),
});
