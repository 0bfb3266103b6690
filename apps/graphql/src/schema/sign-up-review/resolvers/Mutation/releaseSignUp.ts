import { notFoundError } from '../../../outcome/user-error.ts';
import { ABSENT, findSignUp } from '../../../sign-up/act-outcome.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { asideOutcome, claimedByOtherError } from '../../review-outcome.ts';

export const releaseSignUp: NonNullable<MutationResolvers['releaseSignUp']> = async (
  _parent,
  { input },
  context,
) => {
  const known = await findSignUp(context.loaders, input.id);
  if (known === null) return notFoundError(...ABSENT);
  const result = await context.commands.releaseSignUp(known.id);
  if (result.kind === 'claimed-by-other') return claimedByOtherError(result, known);
  const outcome = await asideOutcome(context, known.id, result);
  if (!('__typename' in outcome)) return { __typename: 'ReleaseSignUpPayload', ...outcome };
  if (outcome.__typename === 'SignUpStateError') throw new TypeError('it is released in any state');
  return outcome;
};
