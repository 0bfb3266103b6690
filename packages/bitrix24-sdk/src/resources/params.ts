import { z } from 'zod';
import { Reference } from '../batch/reference.ts';

export const NoParams = z.strictObject({});

/** An id, or, in a batch, the place where it will be. */
export const Id = z.union(
  [z.int().nonnegative(), z.string().regex(/^\d+$/).transform(Number), z.instanceof(Reference)],
  { error: 'expected an id' },
);
export type Id = z.input<typeof Id>;

export const EntityTypeId = z.int().positive();
export const Text = z.string().min(1);
/** Y or N on the wire; a batch cannot carry a boolean. */
export const YesNo = z.boolean().transform((value) => (value ? 'Y' : 'N'));
/** 1 or 0 on the wire. */
export const OneZero = z.boolean().transform((value) => (value ? 1 : 0));
export const Amount = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/, 'expected a decimal number')]);

export const IsoDateTime = z.iso.datetime({ offset: true, error: 'expected a date and time with an offset' });

/** Prefixes as documented: `{ '=originatorId': 'x', '@originId': ['a', 'b'], '>id': 7 }`. */
export type Filter = Readonly<Record<string, unknown>>;

/** What every list takes. */
export const listParams = {
  select: z.array(z.string()).min(1).optional(),
  filter: z.custom<Filter>((value) => typeof value === 'object' && value !== null).optional(),
  order: z.record(z.string(), z.enum(['ASC', 'DESC', 'asc', 'desc'])).optional(),
};
