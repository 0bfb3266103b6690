import { RefusedError } from './errors.ts';

/** The member of a result union that says what was done. */
export type Payload<Result> = Extract<Result, { readonly __typename: `${string}Payload` }>;
/** The members that say why nothing was done. */
export type Refusal<Result> = Exclude<Result, Payload<Result>>;

/**
 * What a mutation did. Throws a `RefusedError` when it did nothing; who wants to look at the refusals one by one
 * branches on `__typename` instead.
 */
export function payloadOf<Result extends { readonly __typename: string }>(result: Result): Payload<Result> {
  if (isPayload(result)) return result;
  const { code, message } = result as { readonly code?: unknown; readonly message?: unknown };
  throw new RefusedError(typeof message === 'string' ? message : `It was refused: ${result.__typename}.`, {
    code: typeof code === 'string' ? code : codeOf(result.__typename),
    result: result as Refusal<Result>,
  });
}

const isPayload = <Result extends { readonly __typename: string }>(
  result: Result,
): result is Payload<Result> => result.__typename.endsWith('Payload');

/** `StaleVersionError` → `STALE_VERSION`, as the API names its codes; for documents that do not select them. */
const codeOf = (typename: string) =>
  typename
    .replace(/Error$/, '')
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .toUpperCase();
