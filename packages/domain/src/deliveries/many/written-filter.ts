import type { DeliveryFilter } from '@domovoy/store';
import { z } from 'zod';
import { RowId } from '../kinds/row-id.ts';

const Time = z.iso.datetime().transform((text) => new Date(text));

/** A filter as a job's input has it: JSON has no bigint and no date. */
export const WrittenFilter = z.strictObject({
  states: z.array(z.enum(['pending', 'leased', 'delivered', 'dead', 'skipped'])).optional(),
  integrationIds: z.array(RowId).optional(),
  kinds: z.array(z.string()).optional(),
  subjects: z.array(z.string()).optional(),
  payload: z.record(z.string(), z.string()).optional(),
  keys: z.strictObject({ kind: z.string(), keyPrefix: z.string() }).optional(),
  errorCodes: z.array(z.string()).optional(),
  createdAt: z.strictObject({ from: Time.optional(), to: Time.optional() }).optional(),
  originalDeliveryId: RowId.optional(),
  isNewest: z.boolean().optional(),
});

/** The same filter, written; read again by `WrittenFilter`. */
export const writtenFilter = (filter: DeliveryFilter): unknown =>
  JSON.parse(
    JSON.stringify(filter, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  );
