import type { AccountRow } from '@domovoy/store';
import { userInputError } from '../../errors/public-error.ts';
import { LIMITS } from '../../execution/gate/limits.ts';
import { decodeId } from '../../ids/node-id.ts';
import type { Loaders } from '../../loaders.ts';
import { notFoundError } from '../outcome/user-error.ts';
import type { RefreshAccountInput } from '../types.generated.ts';
import { textValue } from '../values/filter-value.ts';

/** As the schema says; graphql-jit 0.8.9 leaves defaults inside of an input object out. */
const DEFAULT_WAIT_MS = 5_000;

export function waitMsOf({ waitMs }: Pick<RefreshAccountInput, 'waitMs'>): number {
  const given = waitMs ?? DEFAULT_WAIT_MS;
  if (given < 0 || given > LIMITS.waitMs)
    throw userInputError(`\`waitMs\` has to be from 0 to ${LIMITS.waitMs}.`);
  return given;
}

/** The account that the input names, by its id or by its number. */
export async function findAccount(
  loaders: Loaders,
  { id: text, number }: RefreshAccountInput,
): Promise<AccountRow | ReturnType<typeof notFoundError>> {
  const [byId, byNumber] = [text ?? null, textValue(number) ?? null];
  if ((byId === null) === (byNumber === null)) throw userInputError('Give either `id` or `number`.');
  const id = byId === null ? null : decodeId('Account', byId);
  const account =
    byNumber !== null
      ? await loaders.accountsByNumber.load(byNumber)
      : id === null
        ? null
        : await loaders.accounts.load(id);
  return account ?? notFoundError('There is no such account.', ['input', byId === null ? 'number' : 'id']);
}
