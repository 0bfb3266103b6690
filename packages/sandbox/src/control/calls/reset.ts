import { z } from 'zod';
import { defineCall } from '../call.ts';

export const reset = defineCall({
  method: 'POST',
  path: '/reset',
  summary:
    'Empties all topics and puts the city back as it was in the beginning. Offsets and ids go on and committed offsets ' +
    'stay, so that a reader misses nothing of what comes next. No faults and no history. Ports, password and tokens stay.',
  accepts: z.strictObject({}),
  run: (_nothing, context) => {
    context.reset();
    return { topics: context.log.topics };
  },
});
