import { z } from 'zod';

// The schemas of this folder are tolerant on purpose (facts §1.4, §4.9): unknown fields pass through, unknown names
// of kinds are kept, and only that is required which a caller needs to act on an object: ids, and what decides.
// Everything else may be absent or null, because one field that the service forgets must not stop a whole import.

export const text = z.string().nullish();
export const flag = z.boolean().nullish();
export const int = z.int().nullish();

/** House and entrance numbers come as text or as a number, and empty when there is none. */
export const numberText = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? '').trim() || null);

/** A list that may be left out: then it is empty. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/** Milliseconds since 1970 in one answer, text or null in another (facts §4.9). */
export const timestamp = z.union([z.number(), z.string()]).nullish();
