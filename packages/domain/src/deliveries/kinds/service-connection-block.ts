import { z } from 'zod';
import { defineDeliveryKind } from '../kind/delivery-kind.ts';
import { RosdomofonId } from './row-id.ts';

const block = {
  target: 'rosdomofon',
  payload: z.object({
    connectionRosdomofonId: RosdomofonId,
    serviceRosdomofonId: RosdomofonId,
    /** Whose list of connections is looked at; null: that of the service. */
    accountRosdomofonId: RosdomofonId.nullable(),
  }),
  subject: ({ connectionRosdomofonId }: { connectionRosdomofonId: number }) =>
    `service_connection:${connectionRosdomofonId}`,
  attemptTimeoutMs: 25_000,
} as const;

export const serviceConnectionBlock = defineDeliveryKind(block);
export const serviceConnectionUnblock = defineDeliveryKind(block);
