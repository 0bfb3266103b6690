import { userInputError } from '../../../../errors/public-error.ts';
import { findSignUp } from '../../../sign-up/act-outcome.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { textValue } from '../../../values/filter-value.ts';
import { candidatesOf } from '../../candidates-of.ts';

const MAX_ADDRESS = 300;

export const suggestEntrances: NonNullable<QueryResolvers['suggestEntrances']> = async (
  _parent,
  args,
  { commands, loaders },
) => {
  const [address, flat] = [textValue(args.address), textValue(args.flat)];
  if ((address === undefined) === (typeof args.signUpId !== 'string'))
    throw userInputError('Say either `signUpId` or `address`.');
  if (`${address ?? ''}${flat ?? ''}`.length > MAX_ADDRESS)
    throw userInputError(`An address may have ${MAX_ADDRESS} characters at most.`);
  if (address !== undefined)
    return candidatesOf(await commands.suggestEntrances({ address, flat: flat ?? null }));
  const known = await findSignUp(loaders, args.signUpId ?? '');
  return known === null ? null : candidatesOf(await commands.suggestEntrances({ signUpId: known.id }));
};
