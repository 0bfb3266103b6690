import { userInputError } from '../../../../errors/public-error.ts';
import { idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import { ABSENT, actOutcome, findSignUp } from '../../../sign-up/act-outcome.ts';
import { MAX_REASON, reasonMissingError } from '../../../sign-up/rejection-outcome.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { textValue } from '../../../values/filter-value.ts';

export const compensateSignUp: NonNullable<MutationResolvers['compensateSignUp']> = async (
  _parent,
  { input },
  context,
) => {
  const idempotencyKey = idempotencyKeyOf(input);
  const { expectedVersion, tellsAbonent } = input;
  const reason = textValue(input.reason) ?? '';
  if (reason.length > MAX_REASON)
    throw userInputError(`\`reason\` may have ${MAX_REASON} characters at most.`);
  const known = await findSignUp(context.loaders, input.id);
  if (known === null) return notFoundError(...ABSENT);
  const given = { signUpId: known.id, expectedVersion, reason, tellsAbonent, idempotencyKey };
  const result = await context.commands.compensateSignUp(given);
  if (result.kind === 'reason-missing') return reasonMissingError();
  const outcome = await actOutcome(context, known.id, result);
  return '__typename' in outcome ? outcome : { __typename: 'CompensateSignUpPayload', ...outcome };
};
