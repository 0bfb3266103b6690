import { userInputError } from '../../../../errors/public-error.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import { ABSENT, findSignUp } from '../../../sign-up/act-outcome.ts';
import { MAX_REASON } from '../../../sign-up/rejection-outcome.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { textValue } from '../../../values/filter-value.ts';
import { asideOutcome, timeRefusedError } from '../../review-outcome.ts';

export const parkSignUp: NonNullable<MutationResolvers['parkSignUp']> = async (
  _parent,
  { input },
  context,
) => {
  const note = textValue(input.note)?.trim() || null;
  if ((note?.length ?? 0) > MAX_REASON)
    throw userInputError(`\`note\` may have ${MAX_REASON} characters at most.`);
  const known = await findSignUp(context.loaders, input.id);
  if (known === null) return notFoundError(...ABSENT);
  const result = await context.commands.parkSignUp({ signUpId: known.id, until: input.until ?? null, note });
  if (result.kind === 'time-refused') return timeRefusedError();
  const outcome = await asideOutcome(context, known.id, result);
  return '__typename' in outcome ? outcome : { __typename: 'ParkSignUpPayload', ...outcome };
};
