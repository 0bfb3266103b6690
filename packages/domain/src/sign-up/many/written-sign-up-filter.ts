import type { SignUpFilter } from '@domovoy/store';
import { z } from 'zod';
import { RowId } from '../../deliveries/kinds/row-id.ts';

const Time = z.iso.datetime().transform((text) => new Date(text));

/** A filter as a job's input has it: JSON has no bigint and no date. */
export const WrittenSignUpFilter = z.strictObject({
  ids: z.array(RowId).optional(),
  states: z.array(z.enum(['needs_review'])).optional(),
  wireStatuses: z.array(z.string()).optional(),
  createdAt: z.strictObject({ from: Time.optional(), to: Time.optional() }).optional(),
  uid: z.string().optional(),
  rosdomofonId: RowId.optional(),
  abonentRosdomofonId: RowId.optional(),
  city: z.string().optional(),
  isParked: z.boolean().optional(),
});

/** The same filter, written; read again by `WrittenSignUpFilter`. */
export const writtenSignUpFilter = (filter: SignUpFilter): unknown =>
  JSON.parse(
    JSON.stringify(filter, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  );
