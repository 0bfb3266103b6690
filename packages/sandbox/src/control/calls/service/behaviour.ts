import { z } from 'zod';
import { MAX_TOKEN_LIFETIME_S } from '../../../rosdomofon/behaviour.ts';
import { defineCall } from '../../call.ts';

export const readBehaviour = defineCall({
  method: 'GET',
  path: '/behaviour',
  summary: 'How RosDomofon behaves where it is known to behave in more than one way.',
  accepts: z.strictObject({}),
  run: (_nothing, { behaviour }) => behaviour,
});

export const changeBehaviour = defineCall({
  method: 'POST',
  path: '/behaviour',
  summary: 'Changes that, until the next reset.',
  accepts: z.strictObject({
    tokenLifetimeS: z
      .int()
      .min(1)
      .max(MAX_TOKEN_LIFETIME_S)
      .optional()
      .describe('how many seconds new tokens are good for'),
    abonentFlats: z
      .enum(['works', 'empty every other time', 'fails every other time'])
      .optional()
      .describe('what abonents/{id}/flats does: works, empty every other time, fails every other time'),
    isSparse: z
      .boolean()
      .optional()
      .describe('true: leave out every field that the real service sometimes leaves out'),
  }),
  run: (changes, { behaviour }) => Object.assign(behaviour, changes),
});
