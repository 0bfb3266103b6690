import type { SignUpFilter } from '@domovoy/store';
import { userInputError } from '../../errors/public-error.ts';
import { decodeId } from '../../ids/node-id.ts';
import { signUpFilter } from '../sign-up/sign-up-filter.ts';
import type { ApproveSignUpsInput } from '../types.generated.ts';

const MAX_IDS = 1_000;

/** What an input with `ids` or `filter` means; ids of nobody find nothing, which the count shows. */
export function filterOfMany({ ids, filter }: ApproveSignUpsInput): SignUpFilter {
  if (Boolean(ids) === Boolean(filter)) throw userInputError('Say either `ids` or `filter`.');
  if (filter?.state?.some((state) => state !== 'NEEDS_REVIEW'))
    throw userInputError('Only sign-ups in `NEEDS_REVIEW` are approved.');
  if (!ids) return signUpFilter(filter);
  if (ids.length > MAX_IDS) throw userInputError(`\`ids\` may be ${MAX_IDS} at most: use a filter.`);
  return { ids: ids.flatMap((text) => decodeId('SignUp', text) ?? []) };
}
