import { z } from 'zod';

/** The id of a row of ours, as JSON carries it: a bigint does not fit into its numbers. */
export const RowId = z
  .string()
  .regex(/^\d{1,19}$/)
  .transform(BigInt);

/** RosDomofon's id of an object. */
export const RosdomofonId = z.int().positive();
