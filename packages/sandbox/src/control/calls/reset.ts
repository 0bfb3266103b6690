import { z } from 'zod';
import { defineCall } from '../call.ts';

export const reset = defineCall({
  method: 'POST',
  path: '/reset',
  summary:
    'Empties all topics. Offsets go on and committed ones stay, so that a reader misses nothing of what comes next. ' +
    'Sign-ups that were sent before are forgotten. Ports and password stay.',
  accepts: z.strictObject({}),
  run: (_nothing, context) => {
    context.reset();
    return { topics: context.log.topics };
  },
});
