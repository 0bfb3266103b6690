import { z } from 'zod';
import { defineDeliveryKind } from '../kind/delivery-kind.ts';
import { RowId } from './row-id.ts';

/**
 * A portal has given us a code, or tokens: exchanged, verified, stored. A code lives for 30 seconds, so it is asked for
 * again within them or not at all. The secret itself lies sealed in the inbox.
 */
export const integrationAuthorize = defineDeliveryKind({
  target: 'bitrix24',
  payload: z.object({
    by: z.enum(['code', 'installation']),
    sourceId: z.int(),
    offset: RowId,
  }),
  subject: () => 'integration',
  // What is stuck because there is no authorisation must not stand before it.
  order: 'none',
  maxAttempts: 6,
  attemptTimeoutMs: 10_000,
  backoff: { baseMs: 250, capMs: 5_000 },
});
