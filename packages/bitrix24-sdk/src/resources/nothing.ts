import { z } from 'zod';

/** Some methods refuse with status 200 (facts §2): `false`, `{"result":false}`, `{"SUCCESS":false}`. */
const isRefusal = (result: unknown): boolean =>
  result === false ||
  (typeof result === 'object' &&
    result !== null &&
    (Reflect.get(result, 'result') === false || Reflect.get(result, 'SUCCESS') === false));

/** Success is the answer: `true`, `[]`, `"Y"`, or whatever the method says instead of nothing. */
export const Nothing = z
  .unknown()
  .refine((result) => !isRefusal(result), { error: 'the portal says that it has not done it' })
  .transform(() => undefined);

/** The id of what was created. */
export const CreatedId = z
  .union([z.int(), z.string().regex(/^\d+$/).transform(Number)], { error: 'expected an id' })
  .pipe(z.int().positive());
