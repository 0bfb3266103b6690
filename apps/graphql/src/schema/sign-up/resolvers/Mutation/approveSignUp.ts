import { idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { ABSENT, actOutcome, findSignUp } from '../../act-outcome.ts';
import { approvalError, decisionOf, isApprovalRefused } from '../../approval-outcome.ts';

export const approveSignUp: NonNullable<MutationResolvers['approveSignUp']> = async (
  _parent,
  { input },
  context,
) => {
  const idempotencyKey = idempotencyKeyOf(input);
  const known = await findSignUp(context.loaders, input.id);
  if (known === null) return notFoundError(...ABSENT);
  const { expectedVersion } = input;
  const result = await context.commands.approveSignUp({
    signUpId: known.id,
    expectedVersion,
    ...decisionOf(input),
    idempotencyKey,
  });
  if (isApprovalRefused(result)) return approvalError(result);
  const outcome = await actOutcome(context, known.id, result);
  return '__typename' in outcome ? outcome : { __typename: 'ApproveSignUpPayload', ...outcome };
};
