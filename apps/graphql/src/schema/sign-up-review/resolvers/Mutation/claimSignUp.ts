import { notFoundError } from '../../../outcome/user-error.ts';
import { ABSENT, findSignUp } from '../../../sign-up/act-outcome.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { asideOutcome, claimedByOtherError } from '../../review-outcome.ts';

export const claimSignUp: NonNullable<MutationResolvers['claimSignUp']> = async (
  _parent,
  { input },
  context,
) => {
  const known = await findSignUp(context.loaders, input.id);
  if (known === null) return notFoundError(...ABSENT);
  const result = await context.commands.claimSignUp(known.id, input.canTakeOver ?? false);
  if (result.kind === 'claimed-by-other') return claimedByOtherError(result, known);
  const outcome = await asideOutcome(context, known.id, result);
  return '__typename' in outcome ? outcome : { __typename: 'ClaimSignUpPayload', ...outcome };
};
