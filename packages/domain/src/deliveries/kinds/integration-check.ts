import { z } from 'zod';
import { defineDeliveryKind } from '../kind/delivery-kind.ts';

/** Looks at a portal live: access, permissions, plan, events, open line. Binds the events that are missing. */
export const integrationCheck = defineDeliveryKind({
  target: 'bitrix24',
  payload: z.object({
    /** The portal said that it has taken the application away: then a refused token means that. */
    isUninstalled: z.boolean().default(false),
  }),
  subject: () => 'integration',
  // It waits for nobody: what is stuck because the connection is broken must not hide why.
  order: 'none',
  // Somebody waits for it; the next one is a minute away.
  maxAttempts: 3,
  attemptTimeoutMs: 25_000,
});
