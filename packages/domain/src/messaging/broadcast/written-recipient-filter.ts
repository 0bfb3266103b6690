import type { RecipientFilter } from '@domovoy/store';
import { z } from 'zod';
import { RowId } from '../../deliveries/kinds/row-id.ts';

/** A filter as a job's input has it: JSON has no bigint. */
export const WrittenRecipientFilter = z.strictObject({
  accountNumbers: z.array(z.string()).optional(),
  entranceRosdomofonIds: z.array(RowId).optional(),
  address: z.string().optional(),
  serviceRosdomofonIds: z.array(RowId).optional(),
  isBlocked: z.boolean().optional(),
});

/** The same filter, written; read again by `WrittenRecipientFilter`. */
export const writtenRecipientFilter = (filter: RecipientFilter): unknown =>
  JSON.parse(
    JSON.stringify(filter, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  );
