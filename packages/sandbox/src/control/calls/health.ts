import { z } from 'zod';
import { defineCall } from '../call.ts';

export const health = defineCall({
  method: 'GET',
  path: '/healthz',
  summary: 'That the sandbox lives, how it was set up, and how many records each topic holds.',
  accepts: z.strictObject({}),
  run: (_nothing, { log, describe }) => ({
    status: 'ok',
    ...describe(),
    topics: Object.fromEntries(log.topics.map((topic) => [topic, log.recordCount(topic)])),
  }),
});
