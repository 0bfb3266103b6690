import { z } from 'zod';
import { defineCall } from '../../call.ts';

/** Requests come from this machine alone. */
const SOURCE = '127.0.0.1';

export const readUsage = defineCall({
  method: 'GET',
  path: '/bitrix24/usage',
  summary:
    'How much of its limits the portal has seen used since the start or a reset, and how often it refused.',
  accepts: z.strictObject({}),
  run: (_nothing, { bitrix24: { usage, bucket, behaviour } }) => ({
    ...usage.counts,
    level: bucket.levelOf(SOURCE),
    limits: behaviour.limits,
  }),
});

export const resetLimits = defineCall({
  method: 'POST',
  path: '/bitrix24/limits/reset',
  summary: 'The bucket is empty, no operating time is spent, and usage is counted anew.',
  accepts: z.strictObject({}),
  run(_nothing, { bitrix24 }) {
    bitrix24.bucket.empty();
    bitrix24.operatingTime.forget();
    bitrix24.usage.clear();
    return { level: 0 };
  },
});
