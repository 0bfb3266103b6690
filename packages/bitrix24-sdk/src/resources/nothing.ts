import { z } from 'zod';

/** Success is the answer: `true`, `[]`, `"Y"`, or whatever the method says instead of nothing. */
export const Nothing = z.unknown().transform(() => undefined);

/** The id of what was created. */
export const CreatedId = z
  .union([z.int(), z.string().regex(/^\d+$/).transform(Number)], { error: 'expected an id' })
  .pipe(z.int().positive());
