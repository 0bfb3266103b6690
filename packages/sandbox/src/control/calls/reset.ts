import { z } from 'zod';
import { defineCall } from '../call.ts';

export const reset = defineCall({
  method: 'POST',
  path: '/reset',
  summary: 'Makes all topics anew: no records, no committed offsets. Ports and password stay.',
  accepts: z.strictObject({}),
  run: (_nothing, context) => {
    context.reset();
    return { topics: context.log.topics };
  },
});
