import { userInputError } from '../../errors/public-error.ts';

const KEY = /^[\x21-\x7e]{1,100}$/;

/** The key of an input with an outside effect. */
export function idempotencyKeyOf({ idempotencyKey }: { readonly idempotencyKey: string }): string {
  if (KEY.test(idempotencyKey)) return idempotencyKey;
  throw userInputError(
    '`idempotencyKey` has 1 to 100 visible ASCII characters: for example a UUID, made for each intention.',
  );
}

export const idempotencyConflict = () => ({
  __typename: 'IdempotencyConflictError' as const,
  code: 'IDEMPOTENCY_CONFLICT' as const,
  message: 'This idempotency key was used for something else.',
  path: ['input', 'idempotencyKey'],
});
